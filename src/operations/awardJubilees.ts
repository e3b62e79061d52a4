import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { insertJubilees } from '../store/jubilees'
import { runDaily } from './runDaily'

export type JubileeDay = { readonly date: LocalDate; readonly awarded: number }

/** Awards the jubilees of every day that was not done yet, up to and including the given one, each once (domain §3.11). */
export const awardJubilees = (req: PayloadRequest, until: LocalDate): Promise<readonly JubileeDay[]> =>
  runDaily(req, { job: 'awardJubilees', run: async (tx, date) => ({ awarded: await insertJubilees(tx, date) }) }, until)

import type { PayloadRequest } from 'payload'
import { ChangeRefused } from '../src/operations/changeRefused'
import { refuse } from './refuse'

/** Runs a check that a preview shares, and shows what it refuses at the field that it names. */
export async function orRefuse(req: PayloadRequest, check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (error instanceof ChangeRefused) throw refuse({ req, path: error.field }, error.sentence, error.params)
    throw error
  }
}

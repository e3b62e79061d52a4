import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { LocalDate } from '../domain/localDate'
import { overlapPeople, overlapReport, type ReportPlace } from '../operations/overlapReport'
import type { SpreadKind } from '../store/overlaps'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput, pageInput } from './idInput'
import { localDateInput } from './localDateInput'

type Asked = { readonly id: number; readonly date?: LocalDate | undefined; readonly kind?: SpreadKind | undefined; readonly page: number }

const overlapsAt = (placeOf: (id: number) => ReportPlace): Endpoint => endpoint({
  name: 'organs.overlaps',
  method: 'get',
  path: '/:id/overlaps',
  input: z.object({ id: idInput, date: localDateInput.optional(), kind: z.enum(['several', 'none']).optional(), page: pageInput }),
  handle: (req, asked) => answerTo(req, placeOf(asked.id), asked),
})

const answerTo = (req: PayloadRequest, place: ReportPlace, { date = businessDate(req), kind, page }: Asked): Promise<unknown> =>
  (kind ? overlapPeople(req, place, { kind, date, page }) : overlapReport(req, place, date))

/** GET /api/organs/:id/overlaps?date=… → how many are in several or in none of the organs below; with `kind` and `page`, who. */
export const organOverlapsEndpoint = overlapsAt((organ) => ({ organ }))

/** GET /api/organisations/:id/overlaps → the same for the top of the tree. */
export const organisationOverlapsEndpoint = overlapsAt((organisation) => ({ organisation }))

import { createLocalReq, type Payload } from 'payload'
import { amsterdamDate } from '../src/domain/localDate'
import { makeCrmArtefacts } from '../src/operations/makeCrmArtefacts'
import type { Job } from './job'

/** Every night what organs that began that day have to have in the CRM, and whatever is missing. */
export const makeCrmArtefactsDaily: Job = { name: 'crmArtefacts', cron: '30 1 * * *', run: makeCrmArtefacts }

/** At once after an organ or an action was added or renamed. */
export async function makeCrmArtefactsNow(payload: Payload): Promise<void> {
  await makeCrmArtefacts(await createLocalReq({}, payload), amsterdamDate(new Date()))
}

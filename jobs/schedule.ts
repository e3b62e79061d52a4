import { awardJubileesDaily } from './awardJubileesDaily'
import { evaluateDaily } from './evaluateDaily'
import type { Job } from './job'
import { makeCrmArtefactsDaily } from './makeCrmArtefacts'
import { planInstructionsDaily } from './planInstructionsDaily'
import { readBankFolderOften } from './readBankFolderOften'
import { refreshSelectionsDaily } from './refreshSelectionsDaily'

/** Every daily job, in the order in which they build on each other (domain §16.1), and then what is looked at all day. */
export const schedule: readonly Job[] = [evaluateDaily, refreshSelectionsDaily, makeCrmArtefactsDaily, awardJubileesDaily, planInstructionsDaily, readBankFolderOften]

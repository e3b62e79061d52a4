import { evaluateDaily } from './evaluateDaily'
import type { Job } from './job'
import { planInstructionsDaily } from './planInstructionsDaily'

/** Every daily job, in the order in which they build on each other (domain §16.1). */
export const schedule: readonly Job[] = [evaluateDaily, planInstructionsDaily]

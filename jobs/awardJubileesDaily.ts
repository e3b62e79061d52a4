import { awardJubilees } from '../src/operations/awardJubilees'
import type { Job } from './job'

/** Jubilees are awarded on the day itself, after the memberships of that day are known. */
export const awardJubileesDaily: Job = { name: 'jubilees', cron: '45 1 * * *', run: awardJubilees }

import fc from 'fast-check'
import { howMany } from './howMany'

/** Properties that name no number of their own try a hundred cases, and with `npm run test:full` two thousand. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: howMany(100, 2_000) })

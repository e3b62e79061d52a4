import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

/** The next pledge number. */
export const nextPledgeNumber = (tx: Transaction): Promise<number> => takeNumbers(tx, 'pledge', 1)

export type InstructionStatus = 'planned' | 'batched' | 'submitted' | 'collected' | 'returned' | 'rejected' | 'cancelled'

/**
 * The life line of a debit instruction (domain §7.3): from each status to what it may become. A refusal can be undone
 * (R-REJ-4), and so can what the bank booked, as long as nothing was built on it (Q24); what is in a batch is planned again only when that batch
 * is cancelled.
 */
export const nextStatuses: Readonly<Record<InstructionStatus, readonly InstructionStatus[]>> = {
  planned: ['batched', 'cancelled'],
  batched: ['planned', 'submitted'],
  submitted: ['planned', 'collected', 'rejected'],
  collected: ['submitted', 'returned'],
  rejected: ['planned', 'submitted'],
  returned: ['collected'],
  cancelled: [],
}

/** Whether an instruction may go from one status to the other in one step. */
export const canBecome = (from: InstructionStatus, to: InstructionStatus): boolean => nextStatuses[from].includes(to)

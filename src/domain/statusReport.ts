/** The instruction of a report as the bank names it. */
export type ReportedTransaction = { readonly originalEndToEndId?: string | undefined; readonly originalInstructionId?: string | undefined; readonly status: string; readonly reason?: string | undefined }
export type ReportedGroup = { readonly originalPaymentInformationId?: string | undefined; readonly status?: string | undefined; readonly reason?: string | undefined; readonly transactions: readonly ReportedTransaction[] }
export type Reported = { readonly groupStatus?: string | undefined; readonly groupReason?: string | undefined; readonly groups: readonly ReportedGroup[] }

/** What a report refuses: the whole file, or groups and single instructions of it, each with the reason that the bank gives. */
export type Refused = {
  readonly file?: { readonly reason: string | undefined } | undefined
  readonly groups: readonly { readonly paymentInformationId: string; readonly reason: string | undefined }[]
  readonly instructions: readonly { readonly endToEndId: string; readonly reason: string | undefined }[]
  /** Refusals that name nothing by which the instruction can be found: for a person. */
  readonly nameless: number
}

const refusal = 'RJCT'

/**
 * What a bank's status report takes back (sepa §10.3): only RJCT does, for the file, for a group, or for the instructions
 * that are listed. Accepted, pending and unknown words change nothing, and never mean paid.
 */
export function refusedBy({ groupStatus, groupReason, groups }: Reported): Refused {
  if (groupStatus === refusal) return { file: { reason: groupReason ?? reasonWithin(groups) }, groups: [], instructions: [], nameless: 0 }
  const whole = groups.filter(({ status, originalPaymentInformationId }) => status === refusal && originalPaymentInformationId !== undefined)
  const single = groups.filter((group) => !whole.includes(group))
    .flatMap(({ status, reason, transactions }) => transactions.filter((one) => one.status === refusal || (status === refusal && one.status === '')).map((one) => ({ ...one, reason: one.reason ?? reason })))
  const named = single.flatMap(({ originalEndToEndId, originalInstructionId, reason }) => {
    const endToEndId = originalEndToEndId ?? originalInstructionId
    return endToEndId === undefined ? [] : [{ endToEndId, reason }]
  })
  return {
    groups: whole.map(({ originalPaymentInformationId, reason, transactions }) => ({ paymentInformationId: originalPaymentInformationId ?? '', reason: reason ?? transactions.find((one) => one.reason)?.reason })),
    instructions: named, nameless: single.length - named.length,
  }
}

const reasonWithin = (groups: readonly ReportedGroup[]): string | undefined =>
  groups.flatMap(({ reason, transactions }) => [reason, ...transactions.map((one) => one.reason)]).find((reason) => reason !== undefined)

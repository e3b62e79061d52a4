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
  /** Files and groups that the bank refuses because it has them already: what it took in before is still collected. For a person. */
  readonly repeated: number
}

const refusal = 'RJCT'

/** Words of ISO 20022 that say of a file or a group that it was delivered before, not that it is wrong. */
const repeatedReasons: ReadonlySet<string> = new Set(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'])
const isRepeated = (reason: string | undefined): boolean => reason !== undefined && repeatedReasons.has(reason)

/** Words that say of a file or a group that the bank collects it, or all of it but what it names. Received, pending and technically in order do not. */
export const acceptingStatuses: readonly string[] = ['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC', 'PART']

/**
 * What a bank's status report takes back (sepa §10.3): only RJCT does, for the file, for a group, or for the instructions
 * that are listed. Accepted, pending and unknown words take nothing back, and never mean paid; neither does
 * a file or a group that is refused because the bank has it already.
 */
export function refusedBy({ groupStatus, groupReason, groups }: Reported): Refused {
  if (groupStatus === refusal) {
    const reason = groupReason ?? reasonWithin(groups)
    return { ...(isRepeated(reason) ? { repeated: 1 } : { file: { reason }, repeated: 0 }), groups: [], instructions: [], nameless: 0 }
  }
  const whole = groups.filter(({ status, originalPaymentInformationId }) => status === refusal && originalPaymentInformationId !== undefined)
    .map(({ originalPaymentInformationId, reason, transactions }) => ({ paymentInformationId: originalPaymentInformationId ?? '', reason: reason ?? transactions.find((one) => one.reason)?.reason }))
  const single = groups.filter(({ status, originalPaymentInformationId }) => status !== refusal || originalPaymentInformationId === undefined)
    .flatMap(({ status, reason, transactions }) => transactions.filter((one) => one.status === refusal || (status === refusal && one.status === '')).map((one) => ({ ...one, reason: one.reason ?? reason })))
  const named = single.flatMap(({ originalEndToEndId, originalInstructionId, reason }) => {
    const endToEndId = originalEndToEndId ?? originalInstructionId
    return endToEndId === undefined ? [] : [{ endToEndId, reason }]
  })
  return {
    groups: whole.filter(({ reason }) => !isRepeated(reason)), repeated: whole.filter(({ reason }) => isRepeated(reason)).length,
    instructions: named, nameless: single.length - named.length,
  }
}

const reasonWithin = (groups: readonly ReportedGroup[]): string | undefined =>
  groups.flatMap(({ reason, transactions }) => [reason, ...transactions.map((one) => one.reason)]).find((reason) => reason !== undefined)

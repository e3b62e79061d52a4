/** The text for each reason why somebody cannot be reminded. */
export const problemWords = { noMailAddress: 'problemNoMailAddress', debtorGone: 'problemDebtorGone' } as const

/** The contract with the bank as most associations have it. */
export const usualContract = { bank: 'other', isActive: true, preNotificationDays: 14 } as const

/** A contribution a year, exempt from value added tax, with a month's notice. */
export const usualTerms = {
  isFree: false, period: 'year', periodStart: 'startDate', firstPeriod: 'full', vat: 'exempt', noticeMonths: 1, paymentTermDays: 14,
} as const

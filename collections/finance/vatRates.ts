/** The Dutch rates of value added tax; contributions and gifts are usually exempt. */
export const vatRates = {
  exempt: { nl: 'Vrijgesteld', en: 'Exempt' },
  zero: { nl: '0%', en: '0%' },
  low: { nl: '9%', en: '9%' },
  high: { nl: '21%', en: '21%' },
} as const

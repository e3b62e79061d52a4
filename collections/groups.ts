/** The navigation, grouped as staff think. */
export const groups = {
  crm: { nl: 'CRM', en: 'CRM' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  fundraising: { nl: 'Fondsen', en: 'Funds' },
  finance: { nl: 'Financiën', en: 'Finance' },
  platform: { nl: 'Beheer', en: 'Administration' },
} as const

export type Group = keyof typeof groups

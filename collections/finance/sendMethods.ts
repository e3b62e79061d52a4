/** How an invoice reaches the debtor. */
export const sendMethods = {
  mail: { nl: 'Per e-mail', en: 'By e-mail' },
  post: { nl: 'Per post', en: 'By post' },
  none: { nl: 'Niet versturen', en: 'Not sent' },
} as const

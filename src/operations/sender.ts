/** From whom Kring's mails come: `MAIL_FROM`, or a name of this machine alone. */
export const sender = { address: process.env.MAIL_FROM ?? 'kring@localhost', name: 'Kring' } as const

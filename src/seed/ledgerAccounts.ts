import type { PayloadRequest } from 'payload'

/** Where charges of the bank for returns go. */
const chargesCode = '4910'
const accounts = [['4900', 'Bankkosten'], [chargesCode, 'Stornokosten'], ['8000', 'Contributie'], ['8900', 'Overige baten']] as const

/** The few ledger accounts that the treasurer books to; returns the one for charges. */
export async function openLedger(req: PayloadRequest): Promise<number> {
  let charges = 0
  for (const [code, title] of accounts) {
    const { id } = await req.payload.create({ collection: 'ledger-accounts', req, data: { code, title, isActive: true } })
    if (code === chargesCode) charges = id
  }
  return charges
}

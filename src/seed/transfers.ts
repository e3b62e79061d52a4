import { sql } from '@payloadcms/db-postgres/drizzle'
import { nextBankingDay } from '../domain/bankingDays'
import { addDays, type LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import type { StatementEntry } from '../formats/camt053Write'
import type { Transaction } from '../store/transaction'
import { inventedIban } from './accounts'
import { randomOf } from './random'

type Payer = { readonly name: string; readonly iban: string }

/** What people transfer of their own accord on a banking day: invoices, gifts, and now and then the bank takes its costs. */
export async function transfersOn(tx: Transaction, date: LocalDate): Promise<readonly StatementEntry[]> {
  const invoices = (await invoicesToPay(tx, date)).flatMap((invoice) => payment(invoice, date))
  return [...invoices, ...(await giftsOn(tx, date)), ...bankCosts(date)]
}

type OpenInvoice = Payer & { readonly number: string; readonly invoiceDate: LocalDate; readonly openCents: number }

async function invoicesToPay(tx: Transaction, date: LocalDate): Promise<readonly OpenInvoice[]> {
  const { rows } = await tx.execute<{ number: string; invoice_date: LocalDate; open: string; name: string; iban: string }>(sql`
    select i.number, i.invoice_date::text, i.open_cents as open, r.display_name as name, a.iban
      from invoices i join relations r on r.id = i.debtor_id join relations_bank_accounts a on a._parent_id = r.id and a._order = 1
     where i.mandate_id is null and i.open_cents > 0 and i.invoice_date between ${date}::date - 40 and ${date}::date order by i.number`)
  return rows.map((row) => ({ number: row.number, invoiceDate: row.invoice_date, openCents: Number(row.open), name: row.name, iban: row.iban }))
}

/** Most pay on time and name the number; some forget it, pay too little or do not pay: those are left for staff. */
function payment({ number, invoiceDate, openCents, name, iban }: OpenInvoice, date: LocalDate): readonly StatementEntry[] {
  const random = randomOf(`invoice ${number}`)
  if (nextBankingDay(addDays(invoiceDate, 2 + random.below(24))) !== date || random.isOne(8)) return []
  const description = random.isOne(4) ? 'Contributie' : `Factuur ${number}`
  const paidCents = random.isOne(3) && openCents > 500 ? openCents - 250 : openCents
  return [credit({ name, iban }, { date, amountCents: paidCents, description, reference: `F${number}` })]
}

const thanks = ['Gift Groenfonds', 'Groenfonds, ga zo door!', 'Gift groen', 'Bijdrage aan het Groenfonds', 'Voor de buurttuin']

/** Up to three gifts, mostly of relations, some of strangers. */
async function giftsOn(tx: Transaction, date: LocalDate): Promise<readonly StatementEntry[]> {
  const random = randomOf(`gifts ${date}`)
  const gifts: StatementEntry[] = []
  for (let left = random.below(4); left > 0; left -= 1) {
    const giver = random.isOne(25) ? { name: 'H. Onbekend', iban: inventedIban(800_000_000 + random.below(1000)) } : await relationWithAccount(tx, random.below(1_000_000))
    if (giver) gifts.push(credit(giver, { date, amountCents: 500 + 500 * random.below(15), description: random.pick(thanks), reference: `G${date.replaceAll('-', '')}${left}` }))
  }
  return gifts
}

async function relationWithAccount(tx: Transaction, choice: number): Promise<Payer | undefined> {
  const { rows } = await tx.execute<{ name: string; iban: string }>(sql`
    select r.display_name as name, a.iban from relations_bank_accounts a join relations r on r.id = a._parent_id and r.deceased_on is null
     order by a._parent_id offset ${choice}::int % (select count(*)::int from relations_bank_accounts) limit 1`)
  return rows[0]
}

const credit = ({ name, iban }: Payer, { date, amountCents, description, reference }: { date: LocalDate; amountCents: number; description: string; reference: string }): StatementEntry => ({
  bookingDate: date, valueDate: date, amountCents: cents(amountCents), description, counterName: name, counterIban: iban, code: 'RCDT/ESCT', bankRef: reference, isReversal: false,
})

const bankCosts = (date: LocalDate): readonly StatementEntry[] => (nextBankingDay(addDays(date, -Number(date.slice(8)) + 1)) === date
  ? [{ bookingDate: date, valueDate: date, amountCents: cents(-875), description: 'Kosten zakelijk betalingsverkeer', code: 'ACMT/CHRG', bankRef: `K${date.replaceAll('-', '')}`, isReversal: false }]
  : [])

import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { day } from '../domain/localDate'
import type { Transaction } from '../store/transaction'

export const iban = 'NL91ABNA0417164300'
export const booked = day('2026-11-20')
const groupSize = 1_000

/** Of every hundred lines: sixty pay an invoice, twenty-five are gifts, ten come back, the others nobody knows; of the first thousand, one in a hundred is the total of a batch of a thousand. */
type Shape = 'invoice' | 'gift' | 'return' | 'unknown' | 'total'
const shapeOf = (n: number): Shape => {
  const place = n % 100
  if (place < 60) return 'invoice'
  if (place < 85) return 'gift'
  if (place < 95) return 'return'
  return place < 99 || n >= 1_000 ? 'unknown' : 'total'
}

const invoiceCents = (n: number): number => 500 + (n * 37) % 9_500
const debitCents = (n: number): number => 500 + (n * 13) % 4_500
const groupOf = (n: number): number => Math.floor(n / 100)

/** One movement on the account as a bank would tell it. */
export type Line = { readonly n: number; readonly cents: number; readonly text: string; readonly reference?: string; readonly mandate?: string; readonly group?: string; readonly reason?: string; readonly counterIban?: string; readonly counterName?: string }

/** What the bank books, one by one. */
export function* linesOf(size: number): Generator<Line> {
  for (let n = 0; n < size; n += 1) yield lineOf(n)
}

function lineOf(n: number): Line {
  const who = { counterName: `J. van der Lid ${n}`, counterIban: 'NL20INGB0001234567' }
  switch (shapeOf(n)) {
    case 'invoice': return { n, cents: invoiceCents(n), text: `Contributie factuur 2026-${number(n)}`, reference: `E${n}`, ...who }
    case 'gift': return { n, cents: 500 + n % 2_000, text: `Gift voor het bomenfonds ${n}`, ...who }
    case 'return': return { n, cents: -debitCents(n), text: 'Storno', reference: `R${n}`, mandate: `M${n}`, reason: 'AM04', ...who }
    case 'unknown': return { n, cents: 1_000 + n % 700, text: `Zonder kenmerk ${n}`, ...who }
    case 'total': return { n, cents: totalOf(n), text: '', group: `KRING-${groupOf(n)}-1` }
  }
}

const totalOf = (n: number): number => Array.from({ length: groupSize }, (_, index) => debitCents(n * groupSize + index)).reduce((sum, cents) => sum + cents, 0)
const number = (n: number): string => String(n).padStart(6, '0')

/** How many totals are among so many lines. */
export const totalsIn = (size: number): number => [...linesOf(Math.min(size, 1_000))].filter(({ group }) => group !== undefined).length

/** The association that those lines are of: invoices, collected debits, batches that wait for their total, and a fund with a text. */
export async function loadYear(tx: Transaction, size: number): Promise<void> {
  await tx.execute(sql`begin`)
  await tx.execute(sql`set local session_replication_role = replica`)
  await tx.execute(sql`insert into creditors (id, title, name, creditor_id, iban, bank) values (1, 'Hoofdrekening', 'Vereniging De Kring', 'NL69ZZZ123456780000', ${iban}, 'other')`)
  await tx.execute(sql`insert into funds (id, title, code, bank_match_lines) values (1, 'Bomen', 'BOM', 'bomenfonds')`)
  await tx.execute(sql`
    insert into relations (id, type, status, number, last_name, display_name, sort_name)
    select n + 1, 'person', 'active', n + 1, 'Lid ' || n, 'J. van der Lid ' || n, 'Lid ' || n from generate_series(0, ${size - 1}::int) n`)
  await tx.execute(sql`
    insert into invoices (number, debtor_id, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status)
    select '2026-' || lpad(n::text, 6, '0'), n + 1, 'Contributie', '2026-01-01', '2026-01-15', 500 + (n * 37) % 9500, 0, 0, 500 + (n * 37) % 9500, 'open' from generate_series(0, ${size - 1}::int) n where n % 100 < 60`)
  await tx.execute(sql`
    insert into mandates (id, reference, creditor_id, debtor_id, type, iban, account_holder, signed_on, status)
    select n + 1, 'M' || n, 1, n + 1, 'recurring', 'NL20INGB0001234567', 'Lid ' || n, '2025-05-17', 'active' from generate_series(0, ${size - 1}::int) n where n % 100 between 85 and 94`)
  await tx.execute(sql`
    insert into pledges (id, number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method)
    select n + 1, n + 1, n + 1, 1, n + 1, 500 + (n * 13) % 4500, 'monthly', '2026-01-01', 'directDebit' from generate_series(0, ${size - 1}::int) n where n % 100 between 85 and 94`)
  await tx.execute(sql`
    insert into debit_batches (id, message_id, creditor_id, status, instruction_count, total_cents, message_version)
    select g, 'KRING-' || g, 1, case when g = 0 then 'processed' else 'submitted' end, 1, 1, 'v08' from generate_series(0, 100) g`)
  await tx.execute(sql`
    insert into debit_batch_groups (id, batch_id, payment_information_id, collection_date, sequence_type, instruction_count, total_cents, status)
    select g + 1, g, case when g = 0 then 'KRING-COLLECTED' else 'KRING-' || g - 1 || '-1' end, ${booked}, 'RCUR', 1, 1, case when g = 0 then 'processed' else 'open' end from generate_series(0, 100) g`)
  await tx.execute(sql`
    insert into debit_instructions (id, end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status, batch_id, group_id, debtor_iban, mandate_reference)
    select n + 1, 'R' || n, 1, n + 1, n + 1, n + 1, 1, 500 + (n * 13) % 4500, '2026-11-02', '2026-11-02', 'RCUR', 'x', 'collected', 0, 1, 'NL20INGB0001234567', 'M' || n from generate_series(0, ${size - 1}::int) n where n % 100 between 85 and 94`)
  await tx.execute(sql`
    insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id) select '2026-11-02', debtor_id, 1, pledge_id, amount_cents, 'directDebit', id from debit_instructions`)
  await tx.execute(sql`
    insert into debit_instructions (id, end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status, batch_id, group_id, debtor_iban, mandate_reference)
    select 10000000 + n * 1000 + i, 'T' || n || '-' || i, 1, 86, 86, 86, 100 + n * 1000 + i, 500 + ((n * 1000 + i) * 13) % 4500, ${booked}, ${booked}, 'RCUR', 'x', 'submitted', n / 100 + 1, n / 100 + 2, 'NL20INGB0001234567', 'M85'
      from generate_series(0, least(${size - 1}::int, 999)) n cross join generate_series(0, ${groupSize - 1}::int) i where n % 100 = 99`)
  await tx.execute(sql`
    update debit_batch_groups g set instruction_count = own.count, total_cents = own.cents
      from (select group_id, count(*) as count, sum(amount_cents) as cents from debit_instructions group by group_id) own where own.group_id = g.id`)
  await tx.execute(sql`update debit_batches b set instruction_count = g.instruction_count, total_cents = g.total_cents from debit_batch_groups g where g.batch_id = b.id`)
  await tx.execute(sql`commit`)
  await tx.execute(sql`vacuum analyze`)
}

const euros = (cents: number): string => (Math.abs(cents) / 100).toFixed(2)

/** Writes the statement of the year as camt.053 to a file; `name` makes it another file with the same lines. */
export const writeCamt = (path: string, size: number, name: string): Promise<void> => written(path, function* () {
  let closing = 0
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2026-11-20T23:59:00</CreDtTm></GrpHdr>
<Stmt><Id>${name}</Id><CreDtTm>2026-11-20T23:59:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${camtBalance('OPBD', 0)}`
  for (const line of linesOf(size)) closing += line.cents
  yield camtBalance('CLBD', closing)
  for (const line of linesOf(size)) yield camtEntry(line)
  yield '\n</Stmt></BkToCstmrStmt></Document>\n'
})

const sign = (cents: number): string => (cents < 0 ? 'DBIT' : 'CRDT')
const camtBalance = (type: string, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${sign(cents)}</CdtDbtInd><Dt><Dt>${booked}</Dt></Dt></Bal>\n`

function camtEntry({ n, cents, text, reference, mandate, group, reason, counterIban, counterName }: Line): string {
  const [party, family] = [cents < 0 ? 'Cdtr' : 'Dbtr', group ? ['IDDT', 'ESDD'] : reason ? ['IDDT', 'UPDD'] : ['RCDT', 'ESCT']]
  const references = `${group ? `<PmtInfId>${group}</PmtInfId>` : ''}${reference ? `<EndToEndId>${reference}</EndToEndId>` : ''}${mandate ? `<MndtId>${mandate}</MndtId>` : ''}`
  return `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${sign(cents)}</CdtDbtInd>${reason ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${booked}</Dt></BookgDt><ValDt><Dt>${booked}</Dt></ValDt><AcctSvcrRef>B${n}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family[0]}</Cd><SubFmlyCd>${family[1]}</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>${references}</Refs><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${sign(cents)}</CdtDbtInd>
${counterName ? `<RltdPties><${party}><Pty><Nm>${counterName}</Nm></Pty></${party}><${party}Acct><Id><IBAN>${counterIban}</IBAN></Id></${party}Acct></RltdPties>` : ''}<RmtInf><Ustrd>${text}</Ustrd></RmtInf>${reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : ''}</TxDtls></NtryDtls></Ntry>\n`
}

/** The same as MT940, in the way of a bank that writes code words. */
export const writeMt940 = (path: string, size: number, name: string): Promise<void> => written(path, function* () {
  let closing = 0
  for (const line of linesOf(size)) closing += line.cents
  const balance = (tag: string, cents: number): string => `:${tag}:${cents < 0 ? 'D' : 'C'}261120EUR${euros(cents).replace('.', ',')}\r\n`
  yield `:940:\r\n:20:940S261120\r\n:25:${iban} EUR\r\n:28C:${name}\r\n${balance('60F', 0)}`
  for (const { n, cents, text, reference, mandate, group, reason, counterIban, counterName } of linesOf(size)) {
    yield `:61:261120${cents < 0 ? 'D' : 'C'}${euros(cents).replace('.', ',')}N541${reference ? 'EREF' : group ? 'PREF' : 'NONREF'}//B${n}\r\n${counterIban ? `${counterIban}\r\n` : ''}:86:${
      reference ? `/EREF/${reference}` : ''}${mandate ? `/MARF/${mandate}` : ''}${group ? `/PREF/${group}` : ''}${reason ? `/RTRN/${reason}` : ''}${counterName ? `/ORDP//NAME/${counterName}` : ''}${text ? `/REMI/${text}` : ''}\r\n`
  }
  yield `${balance('62F', closing)}`
})

async function written(path: string, pieces: () => Generator<string>): Promise<void> {
  const file = createWriteStream(path)
  for (const piece of pieces()) if (!file.write(piece)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

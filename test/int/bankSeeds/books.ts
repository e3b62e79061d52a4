import { addDays } from '../../../src/domain/localDate'
import { sumCents } from '../../../src/domain/money'
import { balanceBefore } from '../../bank/accountHistory'
import type { Desk } from './atTheDesk'
import { fatesOf, type Life } from './worldLife'
import { lastDay } from './worldPlan'

/** What was booked on a day for something of an association, less what was taken back; nothing where that is nothing. */
export const booksOf = (desk: Desk) => desk.rows(`
  select s.creditor_id as place, m.date, m.target, sum(m.cents)::int as cents
    from (select received_on::text as date, 'factuur ' || i.number as target, p.amount_cents as cents, p.transaction_id from payments p join invoices i on i.id = p.invoice_id
          union all select received_on::text, concat_ws(' ', 'gift', fund_id, pledge_id, donor_id, source), amount_cents, transaction_id from donations
          union all select t.booking_date::text, 'grootboek ' || b.ledger_account_id, b.amount_cents, t.id from bank_bookings b join bank_transactions t on t.id = b.transaction_id where b.kind = 'ledger' and b.undone_at is null) m
    join bank_transactions t on t.id = m.transaction_id join bank_statements s on s.id = t.statement_id
   group by 1, 2, 3 having sum(m.cents) <> 0 order by 1, 2, 3`)

/** Sums that must be empty whatever happened (I2, I10, I11, I13). */
export const wrongSums = (desk: Desk) => desk.rows(`
  select 'line' as what, t.id from bank_transactions t left join (select transaction_id, sum(amount_cents) as cents from bank_bookings where undone_at is null group by 1) b on b.transaction_id = t.id
   where (t.status = 'processed') <> (b.cents is not null) or b.cents <> t.amount_cents
  union all select 'invoice', i.id from invoices i where open_cents <> total_cents - coalesce((select sum(amount_cents) from payments p where p.invoice_id = i.id), 0) or open_cents < 0
  union all select 'instalment', min(i.id) from debit_instructions i
    left join (select instruction_id, sum(cents) as cents from (select instruction_id, amount_cents as cents from payments union all select instruction_id, amount_cents from donations) every group by 1) m on m.instruction_id = i.id
   group by i.pledge_id, i.invoice_id, i.instalment having coalesce(sum(m.cents), 0) not in (0, min(i.amount_cents)) or count(*) filter (where i.status = 'collected') > 1
  union all select 'instruction', i.id from debit_instructions i where (i.status = 'collected') <> (0 < coalesce((select sum(amount_cents) from payments p where p.instruction_id = i.id), 0) + coalesce((select sum(amount_cents) from donations d where d.instruction_id = i.id), 0))
  union all select 'group', g.id from debit_batch_groups g where g.status <> 'processed' or
    (select coalesce(sum(amount_cents), 0) from bank_bookings b where b.group_id = g.id and b.undone_at is null) <> (select coalesce(sum(amount_cents), 0) from debit_instructions i where i.group_id = g.id and i.status in ('collected', 'returned'))
  union all select 'booked twice', t.id from bank_transactions t join bank_transactions twin on twin.id = t.twin_id where t.status = 'processed' and twin.status = 'processed'`)

type Known = { readonly seed: number; readonly cents: number; readonly balance: number; readonly open: readonly number[]; readonly debits: readonly string[] }

/** The associations of which something else is told than the bank knows: the sum of their lines, their balance, what is open, and the state of their debits. */
export async function unlikeTheTruth(desk: Desk, lives: readonly Life[]): Promise<readonly unknown[]> {
  const rows = await desk.rows<Omit<Known, 'seed'> & { place: number }>(`
    select c.id as place, coalesce(l.cents, 0)::int as cents, (select closing_cents::int from bank_statements s where s.creditor_id = c.id and not s.is_undone order by closing_date desc limit 1) as balance, coalesce(l.open, '{}') as open, coalesce(d.debits, '{}') as debits
      from creditors c
      left join (select s.creditor_id, sum(t.amount_cents) filter (where t.status in ('open', 'processed')) as cents, array_agg(t.amount_cents::int order by t.amount_cents) filter (where t.status = 'open') as open
                   from bank_transactions t join bank_statements s on s.id = t.statement_id group by 1) l on l.creditor_id = c.id
      left join (select creditor_id, array_agg(end_to_end_id || ' ' || status order by end_to_end_id) as debits from debit_instructions where status <> 'cancelled' group by 1) d on d.creditor_id = c.id`)
  const toldAt = new Map(rows.map((row) => [row.place, row]))
  return lives.flatMap((life) => {
    const { seed, place } = life.plan
    const told = toldAt.get(place)
    const known = truthOf(life)
    const unlike = told ? [...differences(told.open, known.open), ...differences(told.debits, known.debits), ...differences([told.cents, told.balance], [known.cents, known.balance])] : ['nothing is told']
    return unlike.length > 0 ? [{ seed, unlike }] : []
  })
}

const truthOf = (life: Life): Known => ({
  seed: life.plan.seed, cents: sumCents(life.history.entries.map(({ amountCents }) => amountCents)), balance: balanceBefore(life.history, addDays(lastDay, 1)),
  open: [...life.plan.unknown, ...life.conflicts].map(({ amountCents }) => amountCents),
  debits: [...fatesOf(life)].map(([id, { status }]) => `${id} ${status}`),
})

/** What is in one and not in the other, as often as that is so. */
function differences(told: readonly (number | string)[], known: readonly (number | string)[]): readonly string[] {
  const left = [...known]
  const tooMuch = told.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [...tooMuch.map((one) => `${one} should not be`), ...left.map((one) => `${one} should be`)]
}

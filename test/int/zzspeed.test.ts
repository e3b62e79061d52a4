import { afterAll, beforeAll, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { failedInstructions, failureCounts } from '../../src/store/failedInstructions'
import { outstandingRows, outstandingSums } from '../../src/store/outstanding'
import { readConnection } from '../../src/store/transaction'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { failedDebits } from '../setup/failedDebits'
let kring: BootedPayload
beforeAll(async () => { kring = await bootPayload() })
afterAll(() => kring.destroy())
it('x', async () => {
  const stories = failedDebits(kring.payload)
  const t = async (l: string, f: () => Promise<unknown>) => { const b = Date.now(); const r = await f(); console.log(l, Date.now() - b, JSON.stringify(r).slice(0, 200)) }
  const creditor = await stories.planned(Array.from({ length: 10_000 }, () => ['2026-03-02', 1_000] as const))
  const ids = await stories.collect(creditor)
  await stories.sendBack(ids, 'AM04')
  const [{ donor = 0, fund = 0 } = {}] = await stories.rows<{ donor: number; fund: number }>('select donor_id as donor, fund_id as fund from pledges limit 1')
  console.log(Date.now() % 1e6); await stories.rows(`insert into pledges (number, donor_id, fund_id, amount_cents, frequency, start_date, payment_method, updated_at, created_at)
    select 5000000 + n, $1, $2, 1000, 'monthly', date '2024-01-01' + n % 28, 'transfer', now(), now() from generate_series(1, 20000) n`, [donor, fund])
  console.log(Date.now() % 1e6); await stories.rows(`insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, updated_at, created_at)
    select date '2024-01-01' + n * 30, $1, $2, p.id, 1000, 'bank', now(), now() from generate_series(1, 20) n cross join pledges p where p.payment_method = 'transfer'`, [donor, fund])
  console.log(Date.now() % 1e6); await stories.rows(`with added as (insert into invoices (kind, number, debtor_id, instalment_count, send_method, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status)
          select 'invoice', '1999-' || n, $1, 1, 'none', 'Contributie', '2026-01-01', '2026-02-01', 5000, 0, 0, 5000, 'open' from generate_series(1, 30000) n returning id) insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents) select id, 1, 'Contributie', 1, 5000, 'exempt', 0 from added`, [donor])
  const today = day('2026-05-15')
  const tx = readConnection(await reqOn(kring.payload, today))
  const f = { from: day('2026-01-01'), until: today }
  for (const round of [1, 2]) {
    if (round === 2) await stories.rows('analyze')
    await t('counts', () => failureCounts(tx, f))
    await t('list', () => failedInstructions(tx, f, { sort: 'date', isDescending: true, offset: 0, limit: 50 }))
    const o = { kinds: ['invoice', 'pledge'], follow: 'all' } as const
    await t('sums', () => outstandingSums(tx, today, o))
    await t('debit', () => outstandingSums(tx, today, { ...o, follow: 'debit' }))
    await t('rows', () => outstandingRows(tx, today, o, { sort: 'since', isDescending: false, offset: 0, limit: 50 }))
  }
}, 280_000)

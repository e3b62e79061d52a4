import { getPayload, createLocalReq } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { loadDemo } from './demo'
import { day } from '../domain/localDate'
import { inTransaction } from '../store/transaction'
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
await loadDemo(payload, { today: day(process.argv[2] ?? ''), password: 'abcdefghijkl', relations: 300, days: 20 })
const req = await createLocalReq({}, payload)
console.log(process.argv[2], (await inTransaction(req, (tx) => tx.execute(sql`select (g.total_cents - t.amount_cents)::int as missing, t.booking_date::text from bank_transactions t join debit_batch_groups g on g.id = t.group_id where t.status = 'open'`))).rows, (await inTransaction(req, (tx) => tx.execute(sql`select count(*)::int n, min(collection_date)::text from debit_instructions where status='planned'`))).rows)
process.exit(0)

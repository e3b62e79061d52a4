import pg from 'pg'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import { moveSome, shapeOf } from './association'
import { bareEvaluation } from './bareEvaluation'
import { day } from '../domain/localDate'
const c = new pg.Client(`postgres://postgres@127.0.0.1:55433/${process.argv[2]}`); await c.connect(); const tx = transactionOver(c)
const explain = process.argv[4]
if (explain) { c.on('notice', (n) => console.log(n.message)); await c.query(`load 'auto_explain'; set auto_explain.log_min_duration=5; set auto_explain.log_analyze=on; set auto_explain.log_timing=on; set auto_explain.log_parameter_max_length=0; set client_min_messages=log`) }
const shape = shapeOf(Number(process.argv[3]))
for (let i = 0; i < (explain ? 1 : 6); i++) for (const [n, f] of [['ours', () => evaluateOrganisation(tx, { organisation: 1, date: day('2026-01-02') })], ['bare', () => bareEvaluation(tx, '2026-01-02')]] as const) {
  await tx.execute(sql`begin`); await moveSome(tx, shape, i); 
  const parts: string[] = []; const orig = tx.execute
  const a = performance.now(); const r = await f(); console.log(n, Math.round(performance.now() - a), JSON.stringify(r)); await tx.execute(sql`rollback`) }
await c.end()

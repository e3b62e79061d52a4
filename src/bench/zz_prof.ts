import pg from 'pg'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import { loadAssociation, moveSome, shapeOf } from './association'
import { prepareBare } from './bareEvaluation'
import { day } from '../domain/localDate'
import { spawnSync } from 'node:child_process'
const [size, dbname] = [Number(process.argv[2]), process.argv[3]]
const admin = new pg.Client('postgres://postgres@127.0.0.1:55433/postgres'); await admin.connect()
await admin.query(`drop database if exists ${dbname}`); await admin.query(`create database ${dbname}`); await admin.end()
const url = `postgres://postgres@127.0.0.1:55433/${dbname}`
const r = spawnSync(process.execPath, ['--import', 'tsx', 'src/runtime/migrate.ts'], { env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, PAYLOAD_SECRET: 'x'.repeat(32) }, stdio: 'inherit' })
if (r.status) throw new Error('mig')
const c = new pg.Client(url); await c.connect(); const tx = transactionOver(c)
const t = async (n: string, f: () => Promise<unknown>) => { const a = performance.now(); const r = await f(); console.log(n, Math.round(performance.now() - a), JSON.stringify(r)?.slice(0,100)) }
const shape = shapeOf(size); console.log(shape)
await c.query('alter table memberships drop constraint memberships_no_overlap; set maintenance_work_mem="512MB"'); await t('load', () => loadAssociation(tx, shape)); await t('prep', () => prepareBare(tx))
await tx.execute(sql`begin`); await t('fill', () => evaluateOrganisation(tx, { organisation: 1, date: day('2026-01-01') })); await tx.execute(sql`commit`)
await t('vac', () => tx.execute(sql`vacuum analyze`))
await c.end()

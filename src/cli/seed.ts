import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { projectRoot } from '../runtime/settings'
import { evaluateNational, loadNational } from '../seed/national'
import { readPlaces } from '../seed/places'
import { inTransaction } from '../store/transaction'
import { withPayload } from './connection'
import { countOf, dateOr, readOptions } from './options'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

type Wish = { readonly relations: number; readonly organs: number; readonly today: LocalDate; readonly isForced: boolean }

/** Fills the database with a large invented association and evaluates it; refuses where relations are already, unless forced. */
export async function seed(args: string[], out: Output): Promise<number> {
  const asked = readOptions(args, { relations: { type: 'string' }, organs: { type: 'string' }, today: { type: 'string' }, force: { type: 'boolean' } })
  const relations = countOf(asked?.values.relations ?? '10000')
  const organs = countOf(asked?.values.organs ?? '50')
  if (!asked || relations === undefined || organs === undefined || asked.positionals.length > 0) {
    return usage('kring seed [--relations 10000] [--organs 50] [--today 2027-01-31] [--force] [--json]')
  }
  return refusable(async () => {
    const wish = { relations, organs, today: dateOr(asked.values.today), isForced: asked.values.force ?? false }
    process.env['KRING_STATEMENT_TIMEOUT'] = '0'
    return withPayload((payload) => fill(payload, wish, out))
  })
}

async function fill(payload: Payload, { relations, organs, today, isForced }: Wish, out: Output): Promise<number> {
  const request = () => createLocalReq({ context: { today } }, payload)
  if (!isForced && await hasRelations(payload)) {
    process.stderr.write('Er staan al relaties in deze database; met --force komen deze erbij.\nThis database holds relations already; --force adds these to them.\n')
    return exitCode.refused
  }
  const began = Date.now()
  const seconds = (): number => Math.round((Date.now() - began) / 100) / 10
  const report = (done: string): void => out.print(`${String(seconds()).padStart(7)} s  ${done}`)
  await loadNational(await request(), { relations, organs, today, report, places: readPlaces(join(projectRoot, '..', 'shared', 'data', 'postcodes-nl.csv')) })
  const loadSeconds = seconds()
  const { days } = await evaluateNational(await request(), today)
  const open = days.at(-1)?.open ?? 0
  report(`${open} lidmaatschappen / memberships`)
  out.result({ relations, organs, memberships: open, loadSeconds, evaluationSeconds: Math.round((seconds() - loadSeconds) * 10) / 10 },
    () => `${relations} relaties, ${organs} organen, ${open} lidmaatschappen in ${seconds()} s`)
  return exitCode.ok
}

const hasRelations = async (payload: Payload): Promise<boolean> =>
  inTransaction(await createLocalReq({}, payload), async (tx) => (await tx.execute(sql`select 1 from relations limit 1`)).rows.length > 0)

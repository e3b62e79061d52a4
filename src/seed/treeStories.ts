import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import { importMembershipHistory } from '../operations/importMembershipHistory'
import { transactionOf } from '../store/transaction'
import { idsByKey } from './idsByKey'

type Day = { readonly date: LocalDate; readonly today: LocalDate }

/** The first day of the month after the demo's last day: what is planned in the demo is planned for then. */
const plannedFor = (today: LocalDate): LocalDate => addMonths(addDays(today, 1 - Number(today.slice(8))), 1)

/** What the functional administrator does with the tree, a few weeks before the demo's last day. */
export async function tellTreeStories(req: PayloadRequest, { date, today }: Day): Promise<void> {
  if (date === addDays(today, -25)) await placeExceptions(req, date)
  if (date === addDays(today, -20)) await planChanges(req, plannedFor(today))
}

/** Two who moved away and stay active in Zeist. */
async function placeExceptions(req: PayloadRequest, date: LocalDate): Promise<void> {
  const { organs, membershipType } = await namesOf(req)
  const { rows } = await (await transactionOf(req)).execute<{ id: number }>(sql`
    select m.relation_id as id from memberships m where m.organ_id = ${organs.get('UT-U-O')} and m.end_date is null and m.membership_type_id = ${membershipType} order by m.relation_id limit 2`)
  for (const { id: relation } of rows) {
    await req.payload.create({ collection: 'exception-memberships', req, data: {
      relation, organ: organs.get('UT-Z-Z') ?? 0, membershipType, startDate: date, reason: 'Verhuisd, blijft actief in Zeist' } })
  }
}

/** Bosch en Duin goes over to Zeist, and the youth group becomes a national one. */
async function planChanges(req: PayloadRequest, validFrom: LocalDate): Promise<void> {
  const { organs } = await namesOf(req)
  const towns = (...value: readonly string[]) => ({ field: 'address.town', operator: 'oneOf', value })
  await req.payload.create({ collection: 'rule-versions', req, data: { organ: organs.get('UT-Z-D'), criteria: towns('Den Dolder', 'Austerlitz'), validFrom } })
  await req.payload.create({ collection: 'rule-versions', req, data: { organ: organs.get('UT-Z-Z'), criteria: towns('Zeist', 'Bosch en Duin'), validFrom } })
  await req.payload.create({ collection: 'organ-placements', req, data: { organ: organs.get('WG-J') ?? 0, parent: organs.get('WG-L'), validFrom } })
}

async function namesOf(req: PayloadRequest) {
  const tx = await transactionOf(req)
  return { organs: await idsByKey(tx, 'organs', 'code'), membershipType: (await idsByKey(tx, 'membership_types', 'title')).get('Lid') ?? 0 }
}

/** Members from long before Kring, some of whom have a jubilee during the demo: in the order of their numbers, two days apart. */
export async function importHistory(req: PayloadRequest, start: LocalDate): Promise<void> {
  const { rows } = await (await transactionOf(req)).execute<{ number: number; organisation: string }>(sql`
    select r.number from memberships m join relations r on r.id = m.relation_id join membership_types t on t.id = m.membership_type_id and t.title = 'Lid'
     where m.organ_id is null and m.end_date is null and r.type = 'person' and r.birth_date < '1970-01-01' order by r.number limit 45`)
  const lines = rows.map(({ number }, index) => `${number};Lid;;${addMonths(addDays(start, index * 2), -12 * (years[index % years.length] ?? 10))};`)
  if (lines.length > 0) await importMembershipHistory(req, { text: ['relatienummer;lidmaatschapstype;orgaan;ingangsdatum;einddatum', ...lines].join('\n'), today: start })
}

const years = [25, 10, 40]

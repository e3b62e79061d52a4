import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { addDays, addMonths, amsterdamDate, type LocalDate } from '../../src/domain/localDate'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { announceDebits } from '../../src/operations/announceDebits'
import { changeMandate } from '../../src/operations/changeMandate'
import { correctMembership } from '../../src/operations/correctMembership'
import { createBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importStatusReport } from '../../src/operations/importStatusReport'
import { importBankFile, textFile } from '../../src/operations/importBankFile'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { makeCrmArtefacts } from '../../src/operations/makeCrmArtefacts'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { sendReminders } from '../../src/operations/sendReminders'
import { simulatedBank } from '../bank/simulatedBank'
import { buildersFor, reqOn, rowsOf, testIban, yesterday, type Builders } from './builders'
import { giftPaidOnline } from './onlineWorld'

/** What everybody at Groen & Buurt knows: who is a member where, who represents whom, and what was given. */
export type Cast = Awaited<ReturnType<typeof groenEnBuurt>>

/**
 * The association Groen & Buurt: the branches Oost and West, each with members and a fund. Rosa represents Oost and sees
 * its fund, Ruud represents West and does not, Rik's function ended yesterday.
 */
export async function groenEnBuurt(payload: Payload) {
  const build = buildersFor(payload)
  const users = {
    administrator: await build.user('administrator', { role: 'administrator' }),
    membership: await build.user('membership', { role: 'membership' }),
    finance: await build.user('finance', { role: 'finance' }),
    fundraising: await build.user('fundraising', { role: 'fundraising' }),
    nobody: await build.user('nobody'),
  }
  const organisation = await build.add('organisations', { title: 'Groen & Buurt', myDepartmentLabel: 'Mijn Buurt', exceptionMode: 'override' })
  const member = await build.add('membership-types', { title: 'Lid', organisation })
  const organs = { oost: await branch(build, organisation, 'Oost'), west: await branch(build, organisation, 'West') }
  await build.add('rule-versions', { membershipType: member, criteria: { field: 'relation.type', operator: 'equals', value: 'person' }, validFrom: '2020-01-01' })
  const relations = {
    anna: await build.person('Bakker', { firstName: 'Anna', address: { town: 'Oost' } }),
    bram: await build.person('de Vries', { firstName: 'Bram', address: { town: 'Oost' } }),
    chris: await build.person('Jansen', { firstName: 'Chris', address: { town: 'West' } }),
    dina: await build.person('Smit', { firstName: 'Dina', address: { town: 'West' } }),
    emma: await build.person('Mulder', { firstName: 'Emma', address: { town: 'West' } }),
    rosa: await build.person('Visser', { firstName: 'Rosa', address: { town: 'Elders' } }),
    ruud: await build.person('Kok', { firstName: 'Ruud', address: { town: 'Elders' } }),
    rik: await build.person('Bos', { firstName: 'Rik', address: { town: 'Elders' } }),
  }
  const chair = await build.add('function-types', { title: 'Voorzitter', isRepresentative: true, seesFund: true })
  const secretary = await build.add('function-types', { title: 'Secretaris', isRepresentative: true, seesFund: false })
  const start = { startDate: '2024-01-01' }
  await build.add('functions', { holder: relations.rosa, type: chair, organ: organs.oost, ...start })
  await build.add('functions', { holder: relations.ruud, type: secretary, organ: organs.west, ...start })
  await build.add('functions', { holder: relations.rik, type: chair, organ: organs.west, ...start, endDate: yesterday() })
  const representatives = {
    rosa: await build.user('rosa', { relation: relations.rosa }),
    ruud: await build.user('ruud', { relation: relations.ruud }),
    rik: await build.user('rik', { relation: relations.rik }),
  }
  const funds = { oost: await build.fund('Fonds Oost', { organ: organs.oost }), west: await build.fund('Fonds West', { organ: organs.west }) }
  return { build, organisation, member, organs, relations, funds, functionTypes: { chair, secretary }, users: { ...users, ...representatives } }
}

async function branch(build: Builders, organisation: number, title: string): Promise<number> {
  const organ = await build.organ(organisation, title)
  await build.add('rule-versions', { organ, criteria: { field: 'address.town', operator: 'equals', value: title }, validFrom: '2020-01-01' })
  return organ
}

/** Two months of business, so that every collection holds something: members, an invoice, debits, a batch, a statement, a mail. */
export async function twoMonthsOfBusiness(payload: Payload, cast: Cast, today: LocalDate): Promise<void> {
  const { build, relations, funds } = cast
  const then = addMonths(today, -2)
  const req = () => reqOn(payload, then)
  const creditor = await build.creditor()
  const collected = nextBankingDay(addDays(then, 10))
  for (const [donor, fund] of [[relations.anna, funds.oost], [relations.dina, funds.west]] as const) {
    await build.pledge(donor, fund, { mandate: await build.mandate(creditor, donor), startDate: collected })
  }
  const type = await build.add('subscription-types', { title: 'Contributie', priceCents: 6_000, period: 'year' })
  await build.subscription(relations.bram, type, { startDate: then, mandate: await build.mandate(creditor, relations.bram) })
  await build.subscription(relations.chris, type, { startDate: then })
  await runEvaluation(await req(), then)
  await whatTheOrganisationKeeps(payload, cast, then)
  await invoiceSubscriptions(await req(), then)
  await generateInstructions(await req(), { today: then, until: addDays(then, 20) })
  await announceDebits(await req(), { creditor, until: addDays(then, 20), channel: 'mail', today: then })
  const { batches } = await createBatches(await req(), { creditor, until: addDays(then, 20), now: new Date(), today: then, random: () => randomBytes(5) })
  const bank = simulatedBank({ seed: 1 })
  for (const { id, messageId } of batches) {
    bank.receive((await handOutBatchFile(await req(), id)).bytes.toString())
    await importStatusReport(await req(), { fileName: `${messageId}.status.xml`, text: bank.reject(messageId, []), today: then })
  }
  const days = await rowsOf<{ day: LocalDate }>(payload, 'select distinct collection_date::text as day from debit_batch_groups order by 1')
  for (const { day } of days) await importBankFile(await req(), textFile(`${day}.xml`, bank.statement(day), today))
  await build.add('ledger-accounts', { code: '4900', title: 'Bankkosten' })
  await rowsOf(payload, `insert into bank_details (import_id, iban, booking_date, entry_cents, amount_cents, fingerprint, created_at, updated_at)
    select id, 'NL91ABNA0417164300', current_date - 1, -100, -100, 'detail', now(), now() from bank_imports order by id limit 1`)
  await whatDonorsChanged(payload, cast, today)
  await giftPaidOnline(await reqOn(payload, today), { fund: await build.fund('Fonds Algemeen'), payer: relations.anna, today })
  await sendReminders(await reqOn(payload, today), { today })
  await payload.sendEmail({ to: 'anna@kring.example', subject: 'Welkom', text: 'Dag Anna' })
}

/** A donor who gives more from today on and has another account, and what kind of giver everybody is. */
async function whatDonorsChanged(payload: Payload, { build }: Cast, today: LocalDate): Promise<void> {
  const [given] = await rowsOf<{ pledge: number; mandate: number }>(payload, 'select id as pledge, mandate_id as mandate from pledges order by id limit 1')
  const [list] = await rowsOf<{ id: number }>(payload, 'select id from relation_lists order by id limit 1')
  await build.add('pledge-changes', { pledge: given?.pledge, fromDate: today, amountCents: 1_500 })
  await build.add('follow-ups', { pledge: given?.pledge, onDate: today, channel: 'call', note: 'Gaat meer geven' })
  await changeMandate(await reqOn(payload, today), { mandate: given?.mandate ?? 0, iban: testIban(99_999), today })
  await build.add('donor-types', { position: 1, title: 'Particulieren', list: list?.id })
}

/** Lists, exceptions, a planned transfer, what is made in the CRM for every organ, a correction and a jubilee. */
async function whatTheOrganisationKeeps(payload: Payload, { build, organisation, member, organs, relations, functionTypes }: Cast, then: LocalDate): Promise<void> {
  await build.add('custom-fields', { title: 'Vakgebied', key: 'vakgebied', type: 'text' })
  const list = await build.add('relation-lists', { title: 'Wie in Oost woont', criteria: { field: 'address.town', operator: 'equals', value: 'Oost' } })
  await build.add('selections', { title: 'Oost van toen', list, mode: 'static' })
  await build.add('exception-memberships', { relation: relations.rik, organ: organs.west, membershipType: member, startDate: addDays(amsterdamDate(new Date()), 1), reason: 'Oprichter' })
  for (const action of [{ kind: 'memberGroup', title: 'Leden {orgaan}' }, { kind: 'view', title: '{orgaan}', functionType: functionTypes.secretary }, { kind: 'rights', title: 'Secretaris van {orgaan}', functionType: functionTypes.secretary }]) {
    await build.add('crm-actions', { organisation, ...action })
  }
  await makeCrmArtefacts(await reqOn(payload, then), then)
  const jubileeType = await build.add('jubilee-types', { title: 'Een jaar lid', membershipType: member, years: 1 })
  await correctMembership(await reqOn(payload, then), {
    action: 'add', relation: relations.emma, organisation, organ: null, membershipType: member, startDate: addMonths(then, -20), endDate: addMonths(then, -2), reason: 'Was lid voor de overstap', today: then,
  })
  await payload.db.pool.query(`insert into jubilees (jubilee_type_id, relation_id, membership_id, date)
    select $1, relation_id, id, $2 from memberships where relation_id = $3 limit 1`, [jubileeType, then, relations.emma])
}

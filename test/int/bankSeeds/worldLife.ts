import { addDays, addMonths, type LocalDate } from '../../../src/domain/localDate'
import { createBatches } from '../../../src/operations/createBatches'
import { generateInstructions } from '../../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../../src/operations/handOutBatchFile'
import { retryInstructions } from '../../../src/operations/retryInstructions'
import type { StatementEntry } from '../../../src/formats/camt053Write'
import type { AccountHistory, BankFormat } from '../../bank/accountHistory'
import { statementsOf, writeStatements } from '../../bank/accountHistory'
import { returnLine, storyOf, type BankStory, type Fate } from '../../bank/bankStory'
import { writeCamt054 } from '../../bank/camt054Write'
import { seededRandom } from '../../bank/random'
import { receivedOrders, type OrderGroup } from '../../bank/receivedOrders'
import type { Desk, Letters } from './atTheDesk'
import { inDisorder, inOrder, shuffled, type Download } from './downloads'
import { announced, batchedUntil, collections, firstHalfUntil, lastDay, retriedOn, type WorldPlan } from './worldPlan'

/** An association as it goes on: its plan, what its bank did, and all that stands on its account. */
export type Life = { readonly plan: WorldPlan; readonly stories: readonly BankStory[]; readonly history: AccountHistory; /** Lines of debits that came back before. */ readonly conflicts: readonly StatementEntry[] }

const openingCents = 100_000

/** Batches for whoever has something planned, at the bank, group by group. */
async function handOver(desk: Desk, { place, seed }: WorldPlan, { today, until }: { readonly today: LocalDate; readonly until: LocalDate }): Promise<readonly OrderGroup[]> {
  const random = seededRandom(seed)
  const bytes = () => Uint8Array.from({ length: 5 }, () => random(256))
  const { batches } = await createBatches(desk.req(), { creditor: place, until, today, now: new Date(`${today}T08:00:00Z`), random: bytes })
  const groups: OrderGroup[] = []
  for (const { id } of batches) groups.push(...receivedOrders((await handOutBatchFile(desk.req(), id)).bytes.toString()))
  return groups
}

/** Everything is planned, batched and handed to the bank, which does with it as it does. */
export async function begin(desk: Desk, plans: readonly WorldPlan[]): Promise<readonly Life[]> {
  await generateInstructions(desk.req(), { today: announced, until: addMonths(collections[1], 1) })
  const lives: Life[] = []
  for (const plan of plans) {
    const groups = await handOver(desk, plan, { today: announced, until: batchedUntil })
    const story = storyOf(groups, plan.habits, seededRandom(plan.seed * 3 + 1))
    const conflicts = conflictsIn(plan, groups, story)
    lives.push({ plan, stories: [story], history: historyOf(plan, [...story.entries, ...conflicts]), conflicts })
  }
  return lives
}

/** A debit that comes back once more, when the first time was read long ago: the bank's mistake. */
function conflictsIn({ hasConflict }: WorldPlan, groups: readonly OrderGroup[], { fates }: BankStory): readonly StatementEntry[] {
  const cameBackEarly = (fate: Fate | undefined) => fate?.status === 'returned' && fate.on <= firstHalfUntil
  const order = hasConflict ? groups.flatMap(({ orders }) => orders).find(({ endToEndId }) => cameBackEarly(fates.get(endToEndId))) : undefined
  return order ? [returnLine({ order, reason: 'MD06', on: addDays(lastDay, -3) })] : []
}

const historyOf = (plan: WorldPlan, ofBatches: AccountHistory['entries']): AccountHistory => ({
  iban: plan.iban, openingCents: openingCents as AccountHistory['openingCents'],
  entries: [...ofBatches, ...plan.gifts, ...plan.transfers.map(({ entry }) => entry), ...plan.unknown, ...plan.charges].toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : 0)),
})

/** What failed and may be tried again goes to the bank once more. */
export async function tryAgain(desk: Desk, lives: readonly Life[]): Promise<readonly Life[]> {
  const retried = lives.filter(({ plan }) => plan.isRetried)
  const failed = await desk.ids("select id from debit_instructions where status in ('rejected', 'returned') and creditor_id = any($1) order by id", [retried.map(({ plan }) => plan.place)])
  const now = new Date(`${retriedOn}T08:00:00Z`)
  if (failed.length > 0) await retryInstructions(desk.req(), { instructions: failed, today: retriedOn, now })
  const planned = new Set(await desk.ids("select distinct creditor_id as id from debit_instructions where status = 'planned' and retry_of_id is not null"))
  const gone: Life[] = []
  for (const life of lives) {
    if (!planned.has(life.plan.place)) gone.push(life)
    else {
      const story = storyOf(await handOver(desk, life.plan, { today: retriedOn, until: addDays(retriedOn, 30) }), { ...life.plan.habits, returns: [-1, 56] }, seededRandom(life.plan.seed * 5 + 2))
      gone.push({ ...life, stories: [...life.stories, story], history: { ...life.history, entries: [...life.history.entries, ...story.entries].toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : 0)) } })
    }
  }
  return gone
}

type Half = { readonly half: 0 | 1; readonly isInOrder: boolean; readonly format: BankFormat }

/** Reads what the bank gives of half of the time, of all associations a file at a time, and what it told otherwise in between. */
export async function readHalf(desk: Desk, lives: readonly Life[], { half, isInOrder, format }: Half): Promise<void> {
  const period = half === 0 ? { from: addDays(announced, -1), until: firstHalfUntil } : { from: addDays(firstHalfUntil, 1), until: lastDay }
  const queues = lives.map(({ plan, history }) => [...(isInOrder ? inOrder : inDisorder)(history, { seed: plan.seed * 2 + half, format, ...period })])
  const random = seededRandom(lives[0]?.plan.seed ?? 1)
  const told = [...lives.flatMap(({ stories }) => (stories[half]?.reports ?? []).map((text) => () => desk.readReport(text))), () => readNotified(desk, lives, half)]
  const works = isInOrder ? [...told, ...rounds(desk, lives, queues)] : interleaved(rounds(desk, lives, queues), shuffled(told, random), random)
  for (const work of works) await work()
}

type Work = () => Promise<unknown>

function interleaved(works: readonly Work[], others: readonly Work[], random: (limit: number) => number): readonly Work[] {
  const all = [...works]
  for (const other of others) all.splice(random(all.length + 1), 0, other)
  return all
}

/** The first file of each, then the second of each. Formats do not go together in a file. */
function rounds(desk: Desk, lives: readonly Life[], queues: readonly (readonly Download[])[]): readonly Work[] {
  const most = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: most }, (_, round) => round).flatMap((round) => {
    const now = queues.flatMap((queue, index) => (queue[round] ? [{ download: queue[round], life: lives[index] }] : []))
    return [...Map.groupBy(now, ({ download }) => download.format)].map(([format, some]): Work => async () => {
      const statements = some.flatMap(({ download, life }) => (life ? statementsOf(life.history, download) : []))
      if (statements.length === 0) return
      const refused = await desk.read(writeStatements(statements, format))
      if (refused !== undefined && !['BANK_FILE_DUPLICATE', 'STATEMENT_DUPLICATE'].includes(refused)) throw new Error(`A file of seeds ${some.map(({ life }) => life?.plan.seed).join(', ')} was refused: ${refused}`)
    })
  })
}

async function readNotified(desk: Desk, lives: readonly Life[], half: 0 | 1): Promise<void> {
  const files = lives.flatMap(({ plan, stories }) => (stories[half]?.notified.length ? [writeCamt054({ iban: plan.iban, id: `N${plan.place}${half}`, entries: stories[half].notified })] : []))
  const inner = (file: string): string => /<Ntfctn>[\s\S]*<\/Ntfctn>/.exec(file)?.[0] ?? ''
  const [first] = files
  if (first === undefined) return
  const refused = await desk.read(first.replace('</Ntfctn>', () => `</Ntfctn>${files.slice(1).map(inner).join('')}`))
  if (refused) throw new Error(`A notification was refused: ${refused}`)
}

/** All that the banks wrote about this half, on paper or otherwise. */
export function lettersOf(lives: readonly Life[], half: 0 | 1): Letters {
  const fates = lives.flatMap(({ stories }) => [...stories[half]?.fates ?? []])
  return { dropped: fates.flatMap(([id, { status }]) => (status === 'rejected' ? [id] : [])), paid: fates.flatMap(([id, { status }]) => (status === 'rejected' ? [] : [id])) }
}

/** What became of every order, in the end. */
export const fatesOf = ({ stories }: Life): ReadonlyMap<string, Fate> => new Map(stories.flatMap(({ fates }) => [...fates]))

import type { Page } from 'playwright-core'
import { addBankingDays, nextBankingDay } from '../../src/domain/bankingDays'
import { addDays } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { creditorIdFor } from '../../src/formats/creditorId'
import { inventedIban } from '../../src/seed/accounts'
import type { Order } from '../bank/receivedOrders'
import { writeMt940 } from '../bank/mt940Write'
import { simulatedBank } from '../bank/simulatedBank'
import { api, found, person, today, yesterday } from './monthWorld'
import type { Demo } from './treeStories'

export type Reconciling = {
  readonly creditor: number
  readonly fund: string
  /** The invoice of each relation by name: its id and number. */
  readonly invoices: ReadonlyMap<string, { readonly id: number; readonly number: string }>
  /** What the bank sends, in the order of its days. */
  readonly files: { readonly collection: string; readonly next: string; readonly returns: string; readonly gift: string }
}

/** The days of this account: what was collected, what came the day after in another format, what came back, and a gift. */
const [collectedOn, dayAfter, returnedOn, giftOn] = [addDays(today, -4), addDays(today, -3), addDays(today, -2), yesterday]
const iban = inventedIban(900_000_778)
const accountOf = (place: number): string => inventedIban(800_000_001 + place)
const byTransfer = ['Fluweel', 'Ginkgo', 'Hazelaar', 'Iep'] as const

/** An account of its own with pledges and invoices, a batch of them at the bank, and four days of what that bank tells. */
export async function reconciling(as: Demo['as']): Promise<Reconciling> {
  const [administrator, gifts, finance] = [await as('beheerder'), await as('fondsenwerving'), await as('financien')]
  const [staff, giving, money] = [api(administrator), api(gifts), api(finance)]
  const chargesAccount = await money.idOf('ledger-accounts', 'code', '4910')
  const creditor = await staff.create('creditors', { title: 'Betaalrekening', name: 'Groen en Buurt', creditorId: creditorIdFor('00000000'), iban, bank: 'other', isActive: true, preNotificationDays: 14, chargesAccount })
  const [fund] = await found<{ id: number; title: string }>(finance, 'funds?where[code][equals]=GROEN')
  const mandateOf = (debtor: number, place: number) => giving.create('mandates', { creditor, debtor, type: 'recurring', iban: accountOf(place), accountHolder: `Rekening ${place}`, signedOn: collectedOn, channel: 'paper', status: 'active' })
  const startDate = addBankingDays(nextBankingDay(today), 8)
  for (const [place, [name, amountCents]] of ([['Appel', 2_500], ['Berk', 2_500], ['Cipres', 1_000], ['Doorn', 4_000]] as const).entries()) {
    const donor = await staff.create('relations', person(name))
    await giving.create('pledges', { donor, fund: fund?.id, amountCents, frequency: 'once', startDate, paymentMethod: 'directDebit', mandate: await mandateOf(donor, place) })
  }
  const type = await staff.create('subscription-types', { title: 'Nieuwsbrief per jaar', priceCents: 3_600, period: 'year', periodStart: 'startDate', firstPeriod: 'full', vat: 'low', ledgerAccount: '8010', noticeMonths: 1, paymentTermDays: 14 })
  const subscribers = new Map<string, number>()
  for (const [place, name] of (['Esdoorn', ...byTransfer] as const).entries()) {
    const relation = await staff.create('relations', person(name, { bankAccounts: [{ iban: accountOf(10 + place) }] }))
    const payment = name === 'Esdoorn' ? { paymentMethod: 'directDebit', mandate: await mandateOf(relation, 10), instalmentCount: 1 } : { paymentMethod: 'transfer' }
    subscribers.set(name, await money.create('subscriptions', { relation, type, startDate: today, sendMethod: 'mail', ...payment }))
  }
  await money.post('invoices/run', {})
  const invoices = new Map<string, { id: number; number: string }>()
  for (const [name, subscription] of subscribers) {
    const [invoice] = await found<{ id: number; number: string }>(finance, `invoices?where[subscription][equals]=${subscription}&depth=0`)
    if (invoice) invoices.set(name, invoice)
  }
  const files = bankFiles(await handedOver(finance, creditor), (name) => invoices.get(name)?.number ?? '')
  for (const page of [administrator, gifts, finance]) await page.context().close()
  return { creditor, fund: fund?.title ?? '', invoices, files }
}

/** Makes the batch, fetches its file and sends it. */
async function handedOver(finance: Page, creditor: number): Promise<string> {
  const until = addDays(today, 60)
  await api(finance).post('debit-instructions/generate', { until })
  const { batches: [batch] } = await api(finance).post<{ batches: readonly { id: number }[] }>('debit-batches/create', { creditor, until })
  const file = await finance.request.get(`/api/debit-batches/${batch?.id}/file`, { headers: { origin: new URL(finance.url()).origin } })
  await api(finance).post(`debit-batches/${batch?.id}/submit`, {})
  return (await file.text()).replaceAll(/<ReqdColltnDt>[^<]*/g, `<ReqdColltnDt>${collectedOn}`)
}

/** The bank drops one of two equal debits without a word, two others come back, and people transfer money. */
function bankFiles(handedIn: string, numberOf: (name: string) => string): Reconciling['files'] {
  const bank = simulatedBank({ seed: 5, iban, openingCents: cents(50_000), hasOtherTraffic: false })
  const orders = bank.receive(handedIn).flatMap((group) => group.orders)
  bank.refuseSilently(ofAmount(orders, 2_500))
  for (const entry of [
    on(collectedOn, 3_600, { counterName: 'Fluweel', counterIban: accountOf(11), description: 'Nieuwsbrief, dank jullie wel' }),
    on(collectedOn, 7_200, { counterName: 'Fam. Ginkgo-Hazelaar', counterIban: accountOf(30), description: `Facturen ${numberOf('Ginkgo')} en ${numberOf('Hazelaar')}` }),
    on(collectedOn, 10_000, { counterName: 'Praktijk De Iep', counterIban: accountOf(31), description: 'Abonnement, de rest is een gift' }),
    on(collectedOn, -1_250, { counterName: 'De Bank', description: 'Kosten betaalrekening' }),
    on(collectedOn, 1_500, { counterName: 'Dubbele Dame', description: 'collecte' }),
  ]) bank.book(entry)
  const collection = bank.statement(collectedOn)
  // The bank cut its MT940 in the middle of a day: it does not follow on, and tells of the collecting box once more.
  const [openingCents, entries] = [cents(bank.balanceCents() - 1_500), [on(collectedOn, 1_500, { description: 'collecte' }), on(dayAfter, 800, { counterName: 'Klaas Kers', description: 'zomaar' })]]
  const next = writeMt940({ iban, id: 'MT940', sequence: '2', entries, openingCents, openingDate: collectedOn, closingDate: dayAfter }, 'ing')
  const later = simulatedBank({ seed: 6, iban, openingCents: cents(bank.balanceCents() + 800), hasOtherTraffic: false })
  later.receive(handedIn)
  later.sendBack(ofAmount(orders, 3_600), 'AM04', returnedOn)
  later.sendBack(ofAmount(orders, 4_000), 'MD06', returnedOn)
  later.book(on(giftOn, 2_000, { counterName: 'Roos Kers', description: 'zomaar een gift' }))
  return { collection, next, returns: later.statement(returnedOn, '02'), gift: later.statement(giftOn) }
}

const on = (bookingDate: StatementEntry['bookingDate'], amountCents: number, rest: Partial<StatementEntry>): StatementEntry =>
  ({ bookingDate, valueDate: bookingDate, amountCents: cents(amountCents), description: '', isReversal: false, ...rest })

/** The first order of an amount. */
const ofAmount = (orders: readonly Order[], amountCents: number): string => orders.find((order) => order.amountCents === amountCents)?.endToEndId ?? ''

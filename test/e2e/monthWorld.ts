import type { Page } from 'playwright-core'
import { addBankingDays, nextBankingDay } from '../../src/domain/bankingDays'
import { addDays, amsterdamDate, type LocalDate } from '../../src/domain/localDate'
import { creditorIdFor } from '../../src/formats/creditorId'
import { inventedIban } from '../../src/seed/accounts'
import { apiOf, type Api } from './staff'

export const today = amsterdamDate(new Date())
export const yesterday = addDays(today, -1)

/** The bank of these stories does not wait for the day that a file asks for: what it was given, it collected yesterday. */
export const collectedYesterday = (file: string): string => file.replaceAll(/<ReqdColltnDt>[^<]*/g, `<ReqdColltnDt>${yesterday}`)

type As = (name: string) => Promise<Page>
type Mandate = { readonly id: number; readonly debtor: number }
type Found<T> = { readonly docs: readonly T[] }

export const api = (page: Page): Api => apiOf(page, new URL(page.url()).origin)

/** What the API finds for whoever is logged in on the page. */
export const found = async <T>(page: Page, path: string): Promise<readonly T[]> =>
  ((await (await page.request.get(`/api/${path}`, { headers: { origin: new URL(page.url()).origin } })).json()) as Found<T>).docs

/** Mandates that are good for a new subscription: active ones, the newest first. */
export const activeMandates = (page: Page, count: number): Promise<readonly Mandate[]> =>
  found<Mandate>(page, `mandates?where[status][equals]=active&sort=-signedOn&depth=0&limit=${count}`)

/** A person as the CRM takes it in. */
export const person = (lastName: string, rest: object = {}) => ({ type: 'person', status: 'active', firstName: 'Test', lastName, emails: [{ email: `${lastName.toLowerCase()}@post.example` }], ...rest })

export type Month = { readonly collected: readonly number[]; readonly byPost: number; readonly withoutMail: number }

/** What the invoice run of this month finds: subscriptions that begin today, debited, by post, and of somebody without an e-mail address. */
export async function newSubscriptions(administrator: Page, finance: Page): Promise<Month> {
  const [staff, money] = [api(administrator), api(finance)]
  const type = await staff.create('subscription-types', { title: 'Natuurblad per jaar', priceCents: 3600, period: 'year', periodStart: 'startDate', firstPeriod: 'full', vat: 'low', ledgerAccount: '8010', noticeMonths: 1, paymentTermDays: 14 })
  const collected: number[] = []
  for (const { id: mandate, debtor } of await activeMandates(finance, 6)) {
    collected.push(await money.create('subscriptions', { relation: debtor, type, startDate: today, paymentMethod: 'directDebit', mandate, instalmentCount: 1, sendMethod: 'mail' }))
  }
  const byPost = await money.create('subscriptions', { relation: await staff.create('relations', person('Postma')), type, startDate: today, paymentMethod: 'transfer', sendMethod: 'post' })
  const withoutMail = await money.create('subscriptions', { relation: await staff.create('relations', person('Zonderpost', { emails: [] })), type, startDate: today, paymentMethod: 'transfer', sendMethod: 'mail' })
  return { collected, byPost, withoutMail }
}

export type Account = { readonly creditor: number; readonly title: string; readonly iban: string; readonly until: LocalDate; readonly dueOn: LocalDate }

/**
 * A second account with a narrow contract: at most € 100 a debit and three debits a day. Four fit a debit and fall on one
 * day, one is too high, and one was meant for today and is late.
 */
export async function narrowAccount(as: As): Promise<Account> {
  const [administrator, fundraising] = [await as('beheerder'), await as('fondsenwerving')]
  const [staff, gifts] = [api(administrator), api(fundraising)]
  const [iban, title] = [inventedIban(900_000_777), 'Actierekening']
  const creditor = await staff.create('creditors', { title, name: 'Groen en Buurt acties', creditorId: creditorIdFor('00000000'), iban, bank: 'other', isActive: true, preNotificationDays: 14, instructionMaxAmountCents: 10_000, dayMaxCount: 3 })
  const fund = await gifts.idOf('funds', 'code', 'GROEN')
  const dueOn = addBankingDays(nextBankingDay(today), 8)
  const wishes: readonly (readonly [name: string, amountCents: number, on: LocalDate])[] = [
    ['Actie', 1_000, dueOn], ['Beuk', 2_000, dueOn], ['Ceder', 3_000, dueOn], ['Den', 4_000, dueOn], ['Eik', 15_000, addDays(dueOn, 1)], ['Fijnspar', 500, today],
  ]
  for (const [index, [name, amountCents, startDate]] of wishes.entries()) {
    const donor = await staff.create('relations', person(name))
    const mandate = await gifts.create('mandates', { creditor, debtor: donor, type: 'recurring', iban: inventedIban(700_000_001 + index), accountHolder: `T. ${name}`, signedOn: yesterday, channel: 'paper', status: 'active' })
    await gifts.create('pledges', { donor, fund, amountCents, frequency: 'once', startDate, paymentMethod: 'directDebit', mandate })
  }
  return { creditor, title, iban, dueOn, until: addDays(dueOn, 10) }
}

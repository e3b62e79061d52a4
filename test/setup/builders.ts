import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { CollectionName, StaffRole } from '../../src/access/rights'
import { addDays, amsterdamDate, type LocalDate } from '../../src/domain/localDate'

type Data = Readonly<Record<string, unknown>>

/** Makes documents of an association, with what a test does not care about filled in. */
export type Builders = ReturnType<typeof buildersFor>

export const creditorIban = 'NL91ABNA0417164300'
export const yesterday = (): LocalDate => addDays(amsterdamDate(new Date()), -1)

/** A request of the house itself, on the day that a test chooses. */
export const reqOn = (payload: Payload, today: LocalDate, user?: { readonly id: number }): Promise<PayloadRequest> =>
  createLocalReq({ context: { today }, ...(user ? { user: { ...user, collection: 'users' } as never } : {}) }, payload)

/** An account at a Dutch bank, another one for each number, with right check digits. */
export function testIban(seed: number): string {
  const account = Array.from({ length: 100 }, (_, index) => String(100_000_000 + seed * 100 + index).padStart(10, '0')).find(passesElevenTest) ?? ''
  const rest = BigInt(`18231611${account}232100`) % 97n
  return `NL${String(98n - rest).padStart(2, '0')}INGB${account}`
}

const passesElevenTest = (account: string): boolean =>
  [...account].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11 === 0

/** Builders on one Payload; each returns the id of what it made. What tests refuse or break on purpose is not logged. */
export function buildersFor(payload: Payload) {
  payload.logger.level = 'fatal'
  let people = 0
  const add = async (collection: CollectionName, data: Data): Promise<number> =>
    Number((await payload.create({ collection, data: data as never, depth: 0 })).id)
  const pay = { paymentMethod: 'directDebit' }
  return {
    add,
    /** A person whose e-mail address and account number betray any leak. */
    person: (lastName: string, rest: Data = {}) => {
      const iban = testIban(people += 1)
      return add('relations', {
        type: 'person', lastName, emails: [{ email: `${lastName.toLowerCase().replace(/\W/g, '')}@canary.example` }],
        phones: [{ phone: '06-99887766' }], bankAccounts: [{ iban, holder: lastName }], ...rest,
      })
    },
    organ: (organisation: number, title: string, rest: Data = {}) => add('organs', { organisation, title, startDate: '2020-01-01', ruleMode: 'rules', ...rest }),
    creditor: (rest: Data = {}) => add('creditors', { title: 'Hoofdrekening', name: 'Groen en Buurt', creditorId: 'NL51ZZZ405365330000', iban: creditorIban, deliveryLeadDays: 2, ...rest }),
    mandate: (creditor: number, debtor: number, rest: Data = {}) =>
      add('mandates', { creditor, debtor, type: 'recurring', iban: testIban(5_000 + debtor), accountHolder: `Houder ${debtor}`, signedOn: '2025-01-01', status: 'active', ...rest }),
    pledge: (donor: number, fund: number, rest: Data) => add('pledges', { donor, fund, frequency: 'monthly', amountCents: 1_000, ...(rest['mandate'] ? pay : { paymentMethod: 'transfer' }), ...rest }),
    subscription: (relation: number, type: number, rest: Data) => add('subscriptions', { relation, type, ...(rest['mandate'] ? pay : {}), ...rest }),
    fund: (title: string, rest: Data = {}) => add('funds', { title, code: title.toUpperCase().replace(/\W/g, ''), ...rest }),
    /** Somebody who can log in, with the roles given, and their token. */
    user: async (name: string, { role, relation }: { readonly role?: StaffRole; readonly relation?: number } = {}) => {
      const login = { email: `${name}@kring.example`, password: 'only-for-tests' }
      const id = await add('users', { name, ...login, ...(relation ? { relation } : {}) })
      if (role && !(await holdsRole(payload, id, role))) await add('role-assignments', { user: id, role })
      const { token } = await payload.login({ collection: 'users', data: login })
      return { id, token: token ?? '' }
    },
  }
}

/** Who comes first is made administrator by the house itself. */
const holdsRole = async (payload: Payload, user: number, role: StaffRole): Promise<boolean> =>
  (await payload.count({ collection: 'role-assignments', where: { and: [{ user: { equals: user } }, { role: { equals: role } }] } })).totalDocs > 0

/** Rows straight from the database, past every wall. */
export const rowsOf = async <Row extends Data>(payload: Payload, query: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  (await payload.db.pool.query(query, [...values])).rows as readonly Row[]

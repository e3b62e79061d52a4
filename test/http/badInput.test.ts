import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { creditorIban, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let creditor: number
let mandate: number
let apis: Readonly<Record<'membership' | 'finance' | 'fundraising', Api>>

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  creditor = await cast.build.creditor()
  mandate = await cast.build.mandate(creditor, cast.relations.anna, { reference: 'M-2026-1' })
  const api = (name: keyof typeof apis): Api => apiOf(kring, cast.users[name].token)
  apis = { membership: api('membership'), finance: api('finance'), fundraising: api('fundraising') }
})
afterAll(() => kring.destroy())

const relationCount = async () => Number((await rowsOf<{ n: string }>(kring.payload, 'select count(*) as n from relations'))[0]?.n)
const importCsv = (text: string, onMistake = 'skip') => apis.membership.post('/relations/import', { text, onMistake })

describe('a CSV file of relations', () => {
  const header = 'Soort;Voornaam;Achternaam;Geboortedatum;Postcode;E-mail;IBAN\n'
  const good = 'persoon;Gerda;Goed;1980-05-17;3512 JE;gerda@kring.example;NL91ABNA0417164300\n'
  const bad = 'persoon;Fred;Fout;30-2-2026;3512 J;fred;NL91ABNA0417164301\n'

  it('with an unclosed quote is refused with its line', async () => {
    const { status, body } = await importCsv(`${header}${good}persoon;"Open;Quote;;;;\n${good}`)
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toMatch(/^Regel 3: het CSV-bestand is niet te lezen/)
  })

  it.each([['', 400], [header, 400], ['\n\n', 400]])('%j without relations is refused in words', async (text, expected) => {
    const { status, body } = await importCsv(text)
    expect(status).toBe(expected)
    expect(body.errors[0]?.message).toMatch(/^(Er staan geen regels|Regel 1: het CSV-bestand)/)
  })

  it('loads the good lines and tells of every mistake in the bad ones', async () => {
    const before = await relationCount()
    const { status, body } = await importCsv(header + good + bad + good.replace('Gerda', 'Greet'))
    expect({ status, imported: body['imported'], added: (await relationCount()) - before }).toEqual({ status: 200, imported: 2, added: 2 })
    expect((body['mistakes'] as { line: number; field: string; message: string }[]).map(({ line, field }) => `${line} ${field}`)).toEqual(['3 geboortedatum', '3 postcode', '3 e-mail', '3 iban'])
    expect(body['mistakes']).toContainEqual({ line: 3, field: 'iban', message: 'Regel 3, iban: Dit IBAN klopt niet. Vergelijk het met de bankpas of het afschrift.' })
  })

  it('loads nothing at all when it should stop at a mistake', async () => {
    const before = await relationCount()
    const { body } = await importCsv(header + good + bad, 'stop')
    expect({ imported: body['imported'], mistakes: (body['mistakes'] as unknown[]).length, added: (await relationCount()) - before }).toEqual({ imported: 0, mistakes: 4, added: 0 })
  })

  it.each([['too many', 'persoon;Te;Veel;;;;;cellen\n'], ['too few', 'persoon;Te;Weinig\n']])('with a line of %s cells loads the others and names the line', async (_what, line) => {
    const { body } = await importCsv(header + line + good)
    expect(body['imported']).toBe(1)
    expect(body['mistakes']).toMatchObject([{ line: 2, field: '', message: expect.stringMatching(/^Regel 2, /) as string }])
  })

  it('needs somebody who may', async () => {
    expect((await apis.finance.post('/relations/import', { text: header + good, onMistake: 'skip' })).status).toBe(403)
    expect((await apis.membership.post('/relations/import', { text: header + good, onMistake: 'perhaps' })).body.errors).toEqual([{ field: 'onMistake', message: 'onMistake: Deze waarde kan niet. Controleer het veld.' }])
  })
})

describe('a relation', () => {
  const person = { type: 'person', lastName: 'Proef' }

  it.each([
    ['an IBAN with a wrong digit', { bankAccounts: [{ iban: 'NL91ABNA0417164301' }] }, 'bankAccounts.0.iban', /^Dit IBAN klopt niet/],
    ['an account outside SEPA', { bankAccounts: [{ iban: 'BR1500000000000010932840814P2' }] }, 'bankAccounts.0.iban', /SEPA/],
    ['a day that does not exist', { birthDate: '2026-02-30' }, 'birthDate', /^“2026-02-30” is geen bestaande datum/],
    ['a day that is no day', { birthDate: 'gisteren' }, 'birthDate', /geen bestaande datum/],
    ['a postcode with one letter', { address: { postcode: '3512 J', country: 'NL' } }, 'address.postcode', /geen postcode/],
    ['an e-mail address without an at', { emails: [{ email: 'jan.kring.example' }] }, 'emails.0.email', /./],
    ['a VAT number that cannot be', { vatNumber: 'NL1' }, 'vatNumber', /btw-nummer/],
    ['no name', { lastName: '' }, 'lastName', /^Vul een naam in/],
    ['a type that does not exist', { type: 'alien' }, 'type', /./],
  ])('with %s is refused at that field', async (_what, data, path, message) => {
    const before = await relationCount()
    const answer = await apis.membership.post('/relations', { ...person, ...data })
    expect({ status: answer.status, paths: mistakesIn(answer).map((mistake) => mistake.path) }).toEqual({ status: 400, paths: [path] })
    expect(mistakesIn(answer)[0]?.message).toMatch(message)
    expect(await relationCount()).toBe(before)
  })

  it('takes no number, no names of its own making, and nothing that it does not have', async () => {
    const { status, body } = await apis.membership.post('/relations', { ...person, number: 1, displayName: 'Koning', searchText: 'x', isAdmin: true, createdAt: '1999-01-01' })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ displayName: 'Proef' })
    expect(body.doc['number']).toBeGreaterThan(1_000)
    expect(body.doc).not.toHaveProperty('isAdmin')
  })

  it('is taken as the forms of the admin send it: 0 for a list without rows', async () => {
    const { status, body } = await apis.membership.post('/relations', { ...person, emails: 0, phones: [], bankAccounts: 0, vatLiable: false, birthDate: '1980-05-17T12:00:00.000Z', organisationName: null, vatNumber: '' })
    expect({ status, emails: body.doc['emails'], birthDate: body.doc['birthDate'] }).toEqual({ status: 201, emails: [], birthDate: '1980-05-17' })
  })

  it.each([
    ['a null byte', { lastName: 'a\u0000b' }], ['a very long name', { lastName: 'x'.repeat(100_000) }], ['a number for a name', { lastName: 7 }], ['a list for a name', { lastName: ['a'] }],
    ['an object for a type', { type: { $ne: 'person' } }], ['a number for its addresses', { emails: 7 }], ['a million rows', { emails: Array.from({ length: 11 }, () => ({ email: 'a@b.nl' })) }],
  ])('with %s is refused without a query, a value or a stack', async (_what, data) => {
    const { status, text } = await apis.membership.post('/relations', { ...person, ...data })
    expect(status).toBe(400)
    expect(text).not.toMatch(/Failed query|insert into|at \w+ \(|node_modules|Something went wrong/)
  })
})

describe('an amount', () => {
  it.each([[-1_000, /hoger zijn dan nul/], [0, /hoger zijn dan nul/], [10.5, /^“10.5” is geen bedrag/], ['25,00', /geen bedrag|getal/], [1e20, /geen bedrag/], [99_999_999_999_999, /./], [null, /./]])('of %j cents is refused', async (amountCents, message) => {
    const answer = await apis.fundraising.post('/pledges', { donor: cast.relations.anna, fund: cast.funds.oost, amountCents, frequency: 'monthly', startDate: '2027-01-01', paymentMethod: 'transfer' })
    expect([400, 409]).toContain(answer.status)
    expect(mistakesIn(answer)[0]?.message).toMatch(message)
    expect(answer.text).not.toMatch(/Failed query|Something went wrong/)
  })
})

describe('a mandate', () => {
  it.each(['M-2026-1', 'm-2026-1'])('with the reference %s that is in use is refused at that field', async (reference) => {
    const answer = await apis.finance.post('/mandates', { creditor, debtor: cast.relations.bram, iban: creditorIban, accountHolder: 'B. de Vries', signedOn: '2026-01-01', reference })
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status: 400, mistakes: [{ path: 'reference', message: 'Dit mandaatnummer is al gebruikt bij deze incassant. Laat het leeg voor een nieuw nummer.' }] })
  })

  it('of somebody else collects no pledge', async () => {
    const answer = await apis.fundraising.post('/pledges', { donor: cast.relations.bram, fund: cast.funds.oost, amountCents: 500, frequency: 'monthly', startDate: '2027-01-01', paymentMethod: 'directDebit', mandate })
    expect(mistakesIn(answer).map(({ path }) => path)).toEqual(['mandate'])
    expect(answer.status).toBe(400)
  })

  it('of somebody else collects no subscription either', async () => {
    const type = await cast.build.add('subscription-types', { title: 'Proeflid', priceCents: 100, period: 'year' })
    const answer = await apis.finance.post('/subscriptions', { relation: cast.relations.bram, type, startDate: '2026-01-01', paymentMethod: 'directDebit', mandate, instalmentCount: 1 })
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status: 400, mistakes: [{ path: 'mandate', message: 'Deze machtiging is van iemand anders. Kies een machtiging van deze relatie.' }] })
  })
})

describe('a function', () => {
  it.each([
    ['at nothing', () => ({}), 'organ'], ['at two things', () => ({ organ: cast.organs.oost, target: cast.relations.bram }), 'organ'],
    ['that ends before it begins', () => ({ organ: cast.organs.oost, endDate: '2023-12-31' }), 'endDate'],
  ])('%s is refused', async (_what, data, path) => {
    const answer = await apis.membership.post('/functions', { holder: cast.relations.anna, type: cast.functionTypes.chair, startDate: '2024-01-01', ...data() })
    expect({ status: answer.status, paths: mistakesIn(answer).map((mistake) => mistake.path) }).toEqual({ status: 400, paths: [path] })
  })
})

describe('a door to an operation', () => {
  it.each([
    ['/debit-instructions/generate', { until: '2026-02-30' }, 'until'], ['/debit-instructions/generate', {}, 'until'], ['/debit-instructions/generate', { until: ['2026-02-28'] }, 'until'],
    ['/debit-batches/create', { creditor: -1, until: '2026-03-01' }, 'creditor'], ['/debit-batches/create', { creditor: 1, until: '2026-03-01', instructions: [] }, 'instructions'],
    ['/debit-batches/create', { creditor: 1, until: '2026-03-01', idempotencyKey: 'kort' }, 'idempotencyKey'], ['/debit-batches/create', { creditor: 1.5, until: '2026-03-01' }, 'creditor'],
    ['/debit-instructions/abc/refuse', { reason: '' }, 'id'], ['/debit-instructions/1/refuse', { reason: 'x'.repeat(141) }, 'reason'], ['/bank-statements/import', { fileName: '', text: '' }, 'fileName'],
  ])('%s given %j answers at %s', async (path, data, field) => {
    const { status, body } = await apis.finance.post(path, data)
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [{ field, message: `${field}: Deze waarde kan niet. Controleer het veld.` }] })
  })

  it.each([
    ['/debit-batches/create', { creditor: 2_000_000_000, until: addDays(amsterdamDate(new Date()), 30) }, 'Deze incassant bestaat niet. Kies er een uit de lijst.'],
    ['/debit-instructions/2000000000/refuse', { reason: '' }, 'Deze incasso-opdracht bestaat niet. Zoek haar op in de incassobatch of bij Incasso-opdrachten.'],
    ['/bank-statements/import', { fileName: 'a.xml', text: '<?xml version="1.0"?>\n<!DOCTYPE x>\n<x/>' }, 'Regel 2: het bestand bevat een DOCTYPE en wordt daarom geweigerd. Download het opnieuw bij de bank.'],
    ['/bank-statements/import', { fileName: 'a.xml', text: '<Document>\n<a>' }, /^Regel 2, teken \d+: dit is geen goed XML-bestand/],
    ['/bank-statements/import', { fileName: 'a.csv', text: 'datum;bedrag' }, /^Dit is geen bankafschrift/],
  ])('%s given %j says in words what is wrong', async (path, data, message) => {
    const { status, body } = await apis.finance.post(path, data)
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })

  it('answers in English to whoever asks in English', async () => {
    const { body } = await apis.finance.post('/debit-instructions/generate', { until: '2026-02-30' }, { 'accept-language': 'en' })
    expect(body.errors[0]?.message).toBe('until: This value is not possible. Check the field.')
  })
})

import { DomainError } from '../domain/domainError'
import { day, type LocalDate } from '../domain/localDate'
import { assertPostcode, normalisePostcode } from '../domain/postcode'
import { assertVatNumber } from '../domain/vatNumber'
import type { CsvRow } from './csv'
import { assertIban, normaliseIban } from './iban'

/** A relation as a line of a CSV file gives it. */
export type RelationRow = {
  readonly type: 'person' | 'organisation'
  readonly initials: string | null
  readonly firstName: string | null
  readonly namePrefix: string | null
  readonly lastName: string | null
  readonly organisationName: string | null
  readonly birthDate: LocalDate | null
  readonly cocNumber: string | null
  readonly vatNumber: string | null
  readonly vatLiable: boolean
  readonly address: Readonly<Record<'street' | 'houseNumber' | 'houseNumberAddition' | 'postcode' | 'town' | 'municipality' | 'province' | 'country', string | null>>
  readonly emails: readonly { readonly email: string }[]
  readonly phones: readonly { readonly phone: string }[]
  readonly ibans: readonly string[]
}

export type RelationMistake = { readonly line: number; readonly field: string; readonly error: DomainError }
export type ReadRelation = { readonly relation?: RelationRow; readonly mistakes: readonly RelationMistake[] }

/** The column names that are understood, Dutch first; several values in one cell are divided by a bar. */
const columns = {
  type: ['soort', 'type'], initials: ['voorletters', 'initials'], firstName: ['voornaam', 'first name'], namePrefix: ['tussenvoegsel', 'prefix'],
  lastName: ['achternaam', 'last name'], organisationName: ['organisatie', 'organisation'], birthDate: ['geboortedatum', 'birth date'],
  cocNumber: ['kvk', 'kvk-nummer', 'coc number'], vatNumber: ['btw-nummer', 'btw', 'vat number'], vatLiable: ['btw-plichtig', 'vat liable'], street: ['straat', 'street'],
  houseNumber: ['huisnummer', 'house number'], houseNumberAddition: ['toevoeging', 'addition'], postcode: ['postcode'],
  town: ['woonplaats', 'plaats', 'town'], municipality: ['gemeente', 'municipality'], province: ['provincie', 'province'], country: ['land', 'country'],
  emails: ['e-mail', 'email', 'e-mailadres'], phones: ['telefoon', 'telefoonnummer', 'phone'], ibans: ['iban'],
} as const satisfies Record<string, readonly string[]>

type Column = keyof typeof columns

const types: Readonly<Record<string, RelationRow['type']>> = { persoon: 'person', person: 'person', organisatie: 'organisation', organisation: 'organisation', '': 'person' }
const dutchDate = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const email = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** Turns a line into a relation, or into everything that is wrong with it. */
export function readRelationRow(row: CsvRow): ReadRelation {
  if (row.mistake) return { mistakes: [{ line: row.line, field: '', error: row.mistake }] }
  const mistakes: RelationMistake[] = []
  const values = new Map(Object.entries(row.values).map(([name, value]) => [name.toLowerCase(), value]))
  const cell = (column: Column): string => columns[column].map((name) => values.get(name)).find((value) => value) ?? ''
  const text = (column: Column): string | null => cell(column) || null
  const checked = <T>(column: Column, read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      mistakes.push({ line: row.line, field: columns[column][0], error })
      return null
    }
  }
  const list = (column: Column): readonly string[] => cell(column).split('|').map((value) => value.trim()).filter(Boolean)
  const type = checked('type', () => typeOf(cell('type')))
  const relation: RelationRow = {
    type: type ?? 'person', initials: text('initials'), firstName: text('firstName'), namePrefix: text('namePrefix'),
    lastName: text('lastName'), organisationName: text('organisationName'), cocNumber: text('cocNumber'),
    birthDate: cell('birthDate') ? checked('birthDate', () => readDate(cell('birthDate'))) : null,
    vatNumber: cell('vatNumber') ? checked('vatNumber', () => { assertVatNumber(cell('vatNumber')); return cell('vatNumber') }) : null,
    vatLiable: checked('vatLiable', () => yesOrNo(cell('vatLiable'))) ?? false,
    address: {
      street: text('street'), houseNumber: text('houseNumber'), houseNumberAddition: text('houseNumberAddition'),
      postcode: cell('postcode') ? checked('postcode', () => { assertPostcode(cell('postcode')); return normalisePostcode(cell('postcode')) }) : null,
      town: text('town'), municipality: text('municipality'), province: text('province'), country: text('country') ?? 'NL',
    },
    emails: list('emails').flatMap((address) => checked('emails', () => ({ email: readEmail(address) })) ?? []),
    phones: list('phones').map((phone) => ({ phone })),
    ibans: list('ibans').flatMap((iban) => checked('ibans', () => { assertIban(iban); return normaliseIban(iban) }) ?? []),
  }
  checked(relation.type === 'person' ? 'lastName' : 'organisationName', () => requireName(relation))
  return mistakes.length > 0 ? { mistakes } : { relation, mistakes }
}

const answers: Readonly<Record<string, boolean>> = { ja: true, yes: true, '1': true, nee: false, no: false, '0': false, '': false }

function yesOrNo(word: string): boolean {
  const answer = answers[word.toLowerCase()]
  if (answer === undefined) throw new DomainError('YES_OR_NO', { value: word })
  return answer
}

function typeOf(word: string): RelationRow['type'] {
  const type = types[word.toLowerCase()]
  if (!type) throw new DomainError('RELATION_TYPE_UNKNOWN', { value: word })
  return type
}

/** `2001-06-15` or the Dutch `15-6-2001`. */
export function readDate(text: string): LocalDate {
  const [, dayOfMonth, month, year] = dutchDate.exec(text) ?? []
  return day(year && month && dayOfMonth ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text)
}

function readEmail(address: string): string {
  if (!email.test(address)) throw new DomainError('EMAIL_INVALID', { value: address })
  return address
}

function requireName(relation: RelationRow): void {
  if (!(relation.type === 'person' ? relation.lastName : relation.organisationName)) throw new DomainError('NAME_REQUIRED')
}

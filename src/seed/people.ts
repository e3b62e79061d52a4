import { addDays, addMonths, day, daysBetween, type LocalDate } from '../domain/localDate'
import { csvLine } from '../formats/csv'
import { inventedIban } from './accounts'
import { towns, type Town } from './geography'
import { firms, firstNames, lastNames, streets } from './names'
import { randomOf, type Random } from './random'

/** An invented relation, as a line of a CSV file holds it. */
export type DemoPerson = {
  readonly type: 'person' | 'organisation'
  readonly initials: string
  readonly firstName: string
  readonly namePrefix: string
  readonly lastName: string
  readonly organisationName: string
  readonly birthDate: string
  readonly address: DemoAddress
  readonly email: string
  readonly phone: string
  readonly iban: string
}

export type DemoAddress = Readonly<Record<'street' | 'houseNumber' | 'postcode' | 'town' | 'municipality' | 'province' | 'country', string>>

const homeTowns = towns.filter(({ province }) => ['Utrecht', 'Gelderland', 'Noord-Holland'].includes(province))
/** Cities count by their number of postcodes, so that they have the most members. */
const byWeight = (list: readonly Town[]): readonly Town[] => list.flatMap((town) => town.postcodes.map(() => town))
const atHome = byWeight(homeTowns)
const everywhere = byWeight(towns)

/** The `index`th relation; nineteen in twenty are persons. The same index is always the same one. */
export function demoPerson(index: number): DemoPerson {
  const random = randomOf(`relation ${index}`)
  const { prefix, name } = random.pick(lastNames)
  const firstName = random.pick(firstNames)
  const isFirm = index % 20 === 19
  const common = { address: demoAddress(random), iban: inventedIban(100_000 + index * 7), phone: `06-00${String(random.below(1_000_000)).padStart(6, '0')}` }
  if (isFirm) {
    return { ...common, type: 'organisation', initials: '', firstName: '', namePrefix: '', lastName: '', birthDate: '',
      organisationName: `${random.pick(firms)} ${random.isOne(50) ? name : common.address.town}`, email: `info@firma${index}.example` }
  }
  return { ...common, type: 'person', initials: `${firstName.charAt(0)}.`, firstName, namePrefix: prefix, lastName: name, organisationName: '',
    birthDate: addDays(day('1938-01-01'), random.below(26_000)), email: `${mailName(`${firstName}.${prefix}${name}`)}.${index}@post.example` }
}

/** An address that could exist, mostly in the provinces where the association is at home. */
export function demoAddress(random: Random): DemoAddress {
  const { town, municipality, province, postcodes } = random.pick(random.isOne(85) ? atHome : everywhere)
  const letters = random.pick(postcodeLetters) + random.pick(postcodeLetters)
  return { street: random.pick(streets), houseNumber: String(1 + random.below(180)), postcode: `${random.pick(postcodes)}${letters}`, town, municipality, province, country: 'NL' }
}

/** Letters that occur in postcodes; without the S, as SA, SD and SS are never handed out. */
export const postcodeLetters = [...'ABCDEGHJKLMNPRTVWXZ']

const mailName = (name: string): string => name.normalize('NFD').toLowerCase().replace(/[^a-z.]/g, '')

/** The file that the association imports its relations from. */
export const relationsCsv = (people: readonly DemoPerson[]): string => [
  csvLine(['soort', 'voorletters', 'voornaam', 'tussenvoegsel', 'achternaam', 'organisatie', 'geboortedatum', 'straat', 'huisnummer', 'postcode',
    'woonplaats', 'gemeente', 'provincie', 'land', 'e-mail', 'telefoon', 'iban']),
  ...people.map((one) => csvLine([one.type === 'person' ? 'persoon' : 'organisatie', one.initials, one.firstName, one.namePrefix, one.lastName, one.organisationName,
    one.birthDate, one.address.street, one.address.houseNumber, one.address.postcode, one.address.town, one.address.municipality, one.address.province,
    one.address.country, one.email, one.phone, one.iban])),
].join('')

/** The first day on or after `from` on which a period that is counted from the start begins. */
export function nextPeriod(startDate: LocalDate, months: number, from: LocalDate): LocalDate {
  let index = Math.max(0, Math.floor(daysBetween(startDate, from) / (31 * months)))
  while (addMonths(startDate, index * months) < from) index += 1
  return addMonths(startDate, index * months)
}

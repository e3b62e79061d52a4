import { stripAccents } from '../domain/latinText'

const pairs = (table: string): Map<string, string> =>
  new Map(table.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))

/** Cyrillic as in passports (ICAO 9303), Greek as in ELOT 743. */
const letters = pairs(
  'аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъie ыy ь эe юiu яia іi їi єie ґg ўu ђdj јj љlj њnj ћc џdz ѕdz '
  + 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo')

const signs = pairs('&+ _- ;, *. #. |. "\' “\' ”\' „\' ‟\' «\' »\' ‘\' ’\' ‚\' ‹\' ›\' `\' ´\' –- —- ‐- ‑- −- ~- \\/ [( ]) {( }) <( >) ·. •.').set('@', '(at)').set('€', 'EUR').set('…', '...')

/** The text in plain Latin letters and signs as far as there is an equivalent; what has none stays as it is (sepa §2.1). */
export const transliterate = (text: string): string =>
  stripAccents(text).replace(/[^\x20-\x7e]|[&_;*#|"`~\\[\]{}<>@]/gu, (character, offset: number, whole: string) =>
    signs.get(character) ?? letterOf(character, whole.slice(offset + character.length)) ?? character)

/** A capital becomes capitals, unless a small letter follows: ЮРИЙ is IURII, Юрий is Iurii. */
function letterOf(character: string, rest: string): string | undefined {
  const latin = letters.get(character.toLowerCase())
  if (latin === undefined || character === character.toLowerCase()) return latin
  return /^\p{Ll}/u.test(rest) ? latin.slice(0, 1).toUpperCase() + latin.slice(1) : latin.toUpperCase()
}

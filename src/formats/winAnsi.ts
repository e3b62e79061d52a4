import { transliterate } from './transliteration'

/** What the standard fonts of PDF have beside ASCII and Latin-1 (Windows-1252). */
const beyondLatin1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

const isPrintable = (character: string): boolean => (character >= ' ' && character <= '~') || (character >= '\u00a0' && character <= 'ÿ') || beyondLatin1.has(character)

/**
 * The text in characters that the standard fonts can show: `Zoë € 5` as it is, `Łódź` as `Lódz`, Cyrillic and Greek in
 * Latin letters, and a question mark for what has no equivalent. Line ends stay, other control characters become spaces.
 */
export const winAnsi = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\n -~\u00a0-ÿ]+/g, (run) => [...run].every(isPrintable) ? run : [...partsOf(run)].map(inLatin).join(''))

/** Runs of letters that the fonts lack stay together, as how one is written depends on the next. */
const partsOf = (run: string): readonly string[] => run.match(/[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\p{L}+|./gsu) ?? []

function inLatin(part: string): string {
  if ([...part].every(isPrintable)) return part
  if (/^\p{Cc}$/u.test(part)) return ' '
  return [...transliterate(part)].map((character) => (isPrintable(character) ? character : /\p{M}/u.test(character) ? '' : '?')).join('')
}

import { DomainError } from './domainError'

/** A shorter text stands in the description of somebody else's payment too easily. */
export const shortestMatchText = 4

/** Texts by which a fund recognises its gifts, one a line; throws MATCH_TEXT_TOO_SHORT for the first that says too little. */
export function assertMatchTexts(lines: string): void {
  const short = lines.split(/\r?\n/).map((line) => line.trim()).find((line) => line !== '' && [...line].length < shortestMatchText)
  if (short !== undefined) throw new DomainError('MATCH_TEXT_TOO_SHORT', { value: short, min: shortestMatchText })
}

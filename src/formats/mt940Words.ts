/** What the texts of a movement say, as far as it is understood. */
export type Mt940Said = {
  readonly description?: string | undefined
  readonly counterIban?: string | undefined
  readonly counterName?: string | undefined
  readonly endToEndId?: string | undefined
  readonly mandateId?: string | undefined
  readonly pmtInfId?: string | undefined
  readonly returnReason?: string | undefined
  readonly txCount?: number | undefined
}

/**
 * The words between slashes of ABN AMRO, ING, Rabobank, Knab, ASN, Van Lanschot and bunq, in front of the text of the payer. Only those
 * in the second list come behind that text as well: what looks like another word there was written by the payer (sepa §10.4).
 */
const inFront = 'EREF PREF MARF CSID CNTP NAME IBAN BBAN BIC REMI RTRN TRTP ORDP BENM ISDT NRTX ADDR ID ULTD ULTC ULTB PURP CREF KREF RTYP SVCL ACCW EXCH OCMT CHGS SWOC SWOD UCRD CDTRREFTP CDTRREF'.split(' ')
const behind: ReadonlySet<string> = new Set('EREF MARF CSID NAME IBAN BBAN BIC RTRN ISDT NRTX ULTD ULTC ULTB PURP CDTRREFTP SWOC SWOD'.split(' '))

/** Some ABN AMRO files have spaces in their words: `/ E R E F /`. */
const anyWord = new RegExp(`/ ?(${inFront.map((word) => [...word].join(' ?')).join('|')}) ?/`, 'g')

/** Whether a text is written in words between slashes. */
export const hasWords = (text: string): boolean => text.search(anyWord) >= 0

/** Reads a text written in words between slashes. */
export function wordsSaid(text: string): Mt940Said {
  const { values, before } = valuesOf(text)
  const other = values.get('CNTP')?.split('/') ?? []
  return {
    description: remittanceOf(values.get('REMI')) ?? given(before) ?? given(values.get('TRTP')),
    counterIban: given(other[0] ?? values.get('IBAN') ?? values.get('BBAN'))?.replaceAll(' ', ''),
    counterName: given(nameOf(other) || values.get('NAME')),
    endToEndId: given(values.get('EREF')),
    mandateId: given(values.get('MARF')),
    pmtInfId: given(values.get('PREF')),
    returnReason: given(values.get('RTRN')),
    txCount: Number(values.get('NRTX')) || undefined,
  }
}

/**
 * What stands after each word, and before the first. In front of the payer's text the first of a word counts and behind it the last,
 * for what the bank adds comes after what the payer wrote; a word that the bank used already is the payer's.
 */
function valuesOf(text: string): { readonly values: ReadonlyMap<string, string>; readonly before: string } {
  const values = new Map<string, string>()
  const inFrontOfText = new Set<string>()
  let word: string | undefined
  let from = 0
  let hasText = false
  const close = (until: number) => {
    if (word !== undefined && (hasText || !values.has(word))) values.set(word, text.slice(from, until).trim().replace(/\/$/, ''))
  }
  let before = text
  for (const { 0: found, 1: letters = '', index } of text.matchAll(anyWord)) {
    const next = letters.replaceAll(' ', '')
    if (hasText && (!behind.has(next) || inFrontOfText.has(next))) continue
    if (word === undefined) before = text.slice(0, index)
    close(index)
    if (next === 'REMI') hasText = true
    else if (!hasText) inFrontOfText.add(next)
    word = next
    from = index + found.length
  }
  close(text.length)
  return { values, before }
}

/** ING says of a text whether it is free or a payment reference. */
const remittanceOf = (text: string | undefined): string | undefined => given(text?.replace(/^USTD\/\/|^STRD\/[A-Z]*\//, ''))

/** IBAN, BIC, name and town; the name may have slashes of its own. */
const nameOf = (other: readonly string[]): string | undefined => (other.length > 3 ? other.slice(2, -1) : other.slice(2)).join('/')

const given = (text: string | undefined): string | undefined => text?.trim() || undefined

import type { Mt940Said } from './mt940Words'

/** How a bank numbers the parts of its text. The account and name are of the other side. */
type Numbering = { readonly text: readonly number[]; readonly account: number; readonly name: readonly number[] }

const from = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** By the mark between the parts: German banks and those who follow them write `?`, Triodos `>`. */
const numberings: Readonly<Record<string, Numbering>> = {
  '?': { text: [...from(20, 29), ...from(60, 63)], account: 31, name: [32, 33] },
  '>': { text: from(20, 30), account: 10, name: [] },
}

const marks: Readonly<Record<string, RegExp>> = { '?': /\?(\d\d)/, '>': />(\d\d)/ }
const start = /^\d{3}([?>])\d\d/

/** Whether a text is in numbered parts, such as `166?00GUTSCHRIFT?20EREF+…`. */
export const hasSubfields = (text: string): boolean => start.test(text)

/** Parts of a name are cut at so many letters; a shorter one ends where the bank wanted it to. */
const nameWrapsAt = 27

/** Reads a text in numbered parts. Its text is cut anywhere, also in the middle of a word or a number. */
export function subfieldsSaid(text: string): Mt940Said {
  const mark = start.exec(text)?.[1] ?? '?'
  const { text: numbers, account, name } = numberings[mark] ?? { text: [], account: 0, name: [] }
  const parts = partsOf(text, marks[mark] ?? /$/)
  const partAt = (number: number): string => parts.get(number) ?? ''
  const isSepa = /^[A-Z]{6}[A-Z0-9]{2,5}$/.test(partAt(20).trim()) && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(partAt(21).trim())
  const written = numbers.filter((number) => !isSepa || number > 21).map(partAt).join('')
  const counterName = name.map(partAt).map((part) => (part.length < nameWrapsAt ? `${part} ` : part)).join('').trim()
  const counterIban = isSepa ? partAt(21).trim() : partAt(account).trim()
  return { ...keysSaid(written), counterIban: /[1-9A-Z]/.test(counterIban) ? counterIban : undefined, counterName: counterName || undefined }
}

function partsOf(text: string, mark: RegExp): ReadonlyMap<number, string> {
  const [, ...pieces] = text.split(mark)
  const parts = new Map<number, string>()
  for (let index = 0; index + 1 < pieces.length; index += 2) {
    const number = Number(pieces[index])
    parts.set(number, (parts.get(number) ?? '') + (pieces[index + 1] ?? ''))
  }
  return parts
}

const anyKey = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|ANAM|PURP|COAM|OAMT|IBAN|BIC)\+/

/** The keys with a plus of German banks: `EREF+` end-to-end id, `KREF+` payment group, `MREF+` mandate, `SVWZ+` text. */
function keysSaid(text: string): Mt940Said {
  const [before = '', ...pieces] = text.split(anyKey)
  const values = new Map<string, string>()
  for (let index = 0; index + 1 < pieces.length; index += 2) values.set(pieces[index] ?? '', (pieces[index + 1] ?? '').trim())
  const valueOf = (key: string): string | undefined => values.get(key) || undefined
  return {
    description: valueOf('SVWZ') ?? (before.trim() || undefined), endToEndId: valueOf('EREF'), mandateId: valueOf('MREF'), pmtInfId: valueOf('KREF'),
  }
}

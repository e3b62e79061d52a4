import { hasSubfields, subfieldsSaid } from './mt940Subfields'
import { hasWords, wordsSaid, type Mt940Said } from './mt940Words'

/** A way in which banks write their texts: how it is recognised, and what it says. The text comes in one piece, and line by line. */
type Layout = { readonly recognises: (text: string) => boolean; readonly said: (text: string, lines: string) => Mt940Said }

/** In this order; the last takes everything. */
const layouts: readonly Layout[] = [
  // German banks and those who follow them, and Triodos: `166?00GUTSCHRIFT?20…`, `000>100987654321>20…`.
  { recognises: hasSubfields, said: withWords },
  // ABN AMRO, ING, Rabobank, Knab, ASN, Van Lanschot, bunq since SEPA: `/EREF/…/REMI/…`.
  { recognises: hasWords, said: wordsSaid },
  // ABN AMRO in columns: `SEPA INCASSO   NAAM: …   MACHTIGING: …   KENMERK: …`; Knab before 2016: `… REK: …/NAAM: …`.
  { recognises: (text) => /(IBAN|MACHTIGING|KENMERK|OMSCHRIJVING|REK): /.test(text), said: labelsSaid },
  // ING before its words: `Europese Incasso, doorlopend IBAN BIC NAAM CI …`.
  { recognises: (text) => /^europese incasso/i.test(text), said: oldDebitSaid },
  // ABN AMRO before SEPA: `GIRO   428428 KPN   BETALINGSKENM. …` and `52.89.39.882   MYCOM`.
  { recognises: (text) => abnAccount.test(text), said: abnSaid },
  { recognises: () => true, said: (_, lines) => ({ description: lines }) },
]

/** What the text of a movement says, whatever the bank. */
export const mt940Said = (text: string, lines: string): Mt940Said => layouts.find(({ recognises }) => recognises(text))?.said(text, lines) ?? {}

/** Some write their words inside their numbered parts. */
function withWords(text: string): Mt940Said {
  const said = subfieldsSaid(text)
  const { description = '' } = said
  return hasWords(description) ? { ...said, ...defined(wordsSaid(description)) } : said
}

const label = /(?:^| |\/)(IBAN|BIC|NAAM|MACHTIGING|OMSCHRIJVING|KENMERK|INCASSANT|REK|PAS): ?/

function labelsSaid(_: string, lines: string): Mt940Said {
  const [before = '', ...pieces] = lines.split(label)
  const values = new Map<string, string>()
  for (let index = 0; index + 1 < pieces.length; index += 2) values.set(pieces[index] ?? '', tidied(pieces[index + 1] ?? ''))
  const valueOf = (name: string): string | undefined => values.get(name) || undefined
  return {
    description: valueOf('OMSCHRIJVING') ?? (tidied(before) || undefined), counterIban: (valueOf('IBAN') ?? valueOf('REK'))?.replaceAll(' ', ''),
    counterName: valueOf('NAAM'), mandateId: valueOf('MACHTIGING'), endToEndId: valueOf('KENMERK'),
  }
}

const oldDebit = /^europese incasso,? *(?:\w+ )?([A-Z]{2}\d{2}[A-Z0-9]{8,30}) +([A-Z]{6}[A-Z0-9]{2,5})? *(.*?) +CI:? *(\S+)(.*)$/i

function oldDebitSaid(_: string, lines: string): Mt940Said {
  const [, counterIban, , counterName, , more = ''] = oldDebit.exec(tidied(lines)) ?? []
  const after = (word: RegExp): string | undefined => word.exec(more)?.[1]
  return { description: lines, counterIban, counterName: counterName || undefined, mandateId: after(/mand(?:aat|\.)?\s*(?:id)?:? +(\S+)/i) ?? after(/machtiging:? +(\S+)/i), endToEndId: after(/kenmerk:? +(\S+)/i) }
}

const abnAccount = /^(?:GIRO +(\d+)|(\d\d\.\d\d\.\d\d\.\d{3})) +(.*)$/

function abnSaid(text: string): Mt940Said {
  const [, giro, dotted, more = ''] = abnAccount.exec(text) ?? []
  return { description: tidied(text), counterIban: (giro ?? dotted)?.replaceAll('.', ''), counterName: more.split(/ {2,}|BETALINGSKENM/)[0]?.trim() || undefined }
}

const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim()

const defined = (said: Mt940Said): Mt940Said => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))

import type { StatementEntry } from '../../src/formats/camt053Write'
import type { Mt940Dialect } from './mt940Write'

/** The lines of the text of a movement, `:86:` and on, as a bank writes them. */
export const mt940Texts = (entry: StatementEntry, dialect: Mt940Dialect): readonly string[] => writers[dialect](entry)

const isBatch = (entry: StatementEntry): boolean => entry.pmtInfId !== undefined && entry.endToEndId === undefined

/** `/WORD/value` for every value that there is; ING ends every value with a slash of its own. */
const words = (pairs: readonly (readonly [string, string | number | undefined])[], end = ''): string =>
  pairs.filter(([, value]) => value !== undefined).map(([word, value]) => `/${word}/${value}${end}`).join('')

const writers: Readonly<Record<Mt940Dialect, (entry: StatementEntry) => readonly string[]>> = {
  ing: (entry) => wrapped(`${words([
    ['EREF', entry.endToEndId], ['PREF', entry.pmtInfId], ['MARF', entry.mandateId], ['RTRN', entry.returnReason],
    ['CNTP', entry.counterIban === undefined ? undefined : `${entry.counterIban}/BANKNL2A/${entry.counterName ?? ''}/`],
  ], '/')}/REMI/USTD//${entry.description}/`),
  abnAmro: (entry) => (isBatch(entry)
    ? wrapped(words([['TRTP', 'SEPA INCASSO BATCH'], ['PREF', entry.pmtInfId], ['NRTX', entry.txCount], ['REMI', entry.description]]))
    : wrapped(words([
      ['TRTP', entry.returnReason === undefined ? 'SEPA OVERBOEKING' : 'SEPA INCASSO STORNO'], ['PREF', entry.pmtInfId], ['CSID', 'NL51ZZZ405365330000'], ['NAME', entry.counterName],
      ['MARF', entry.mandateId], ['REMI', entry.description], ['IBAN', entry.counterIban], ['BIC', 'BANKNL2A'], ['EREF', entry.endToEndId ?? 'NOTPROVIDED'], ['RTRN', entry.returnReason],
    ]))),
  rabobank: (entry) => (isBatch(entry)
    ? wrapped(words([['PREF', entry.pmtInfId], ['ISDT', entry.valueDate]]))
    : wrapped(`${words([['EREF', entry.endToEndId], ['MARF', entry.mandateId], ['PREF', entry.pmtInfId]])}${entry.amountCents < 0 ? '/BENM/' : '/ORDP/'}${words([
      ['NAME', entry.counterName], ['REMI', entry.description], ['RTRN', entry.returnReason], ['ISDT', entry.valueDate],
    ])}`)),
  knab: (entry) => wrapped(words([
    ['TRTP', isBatch(entry) ? 'SEPA INCASSO BATCH' : 'SEPA OVERBOEKING'], ['PREF', entry.pmtInfId], ['IBAN', entry.counterIban], ['NAME', entry.counterName],
    ['EREF', entry.endToEndId], ['MARF', entry.mandateId], ['RTRN', entry.returnReason], ['REMI', entry.description],
  ]).replaceAll('/NAME/', ' /NAME/').replace('/REMI/', ' /REMI/')),
  triodos: (entry) => {
    const said = words([['EREF', entry.endToEndId], ['PREF', entry.pmtInfId], ['MARF', entry.mandateId], ['RTRN', entry.returnReason], ['NAME', entry.counterName], ['REMI', entry.description]])
    const text = (said.match(/.{1,27}/g) ?? []).map((part, index) => `>${(entry.counterIban === undefined ? 20 : 22) + index}${part}`)
    return [':86:000>100000000000', ...(entry.counterIban === undefined ? [] : ['>20BANKNL2A', `>21${entry.counterIban}`]), ...text.slice(0, entry.counterIban === undefined ? 11 : 9), '>310390123456']
  },
  sns: (entry) => {
    const blank = ' '.repeat(65)
    const said = words([
      ['TRTP', 'Europese Incasso'], ['PREF', entry.pmtInfId], ['NAME', entry.counterName], ['MARF', entry.mandateId],
      ['RTRN', entry.returnReason], ['REMI', entry.description], ['IBAN', entry.counterIban], ['EREF', entry.endToEndId],
    ])
    const beside = [entry.counterIban, entry.counterName?.toLowerCase()].filter((part) => part !== undefined).join(' ')
    return [`:86:${beside}`, blank, ...cut(said, 65).map((line) => line.padEnd(65)), blank]
  },
}

const wrapped = (text: string): readonly string[] => cut(text, 65).map((line, index) => (index === 0 ? `:86:${line}` : line))

/** Cuts anywhere, also in the middle of a word, but never so that a line begins with a colon: that would be a field. */
function cut(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length || lines.length === 0;) {
    const until = Math.min(from + width, text.length)
    const end = text[until] === ':' ? until - 1 : until
    lines.push(text.slice(from, end))
    from = end
  }
  return lines
}

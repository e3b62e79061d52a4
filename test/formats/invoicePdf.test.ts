import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { invoicePdf, invoicesPdf, type InvoicePaper } from '../../src/formats/invoicePdf'
import { reminderPdf } from '../../src/formats/reminderPdf'
import { winAnsi } from '../../src/formats/winAnsi'

const paper = (rest: Partial<InvoicePaper> = {}): InvoicePaper => ({
  sender: 'Groen & Buurt', senderIban: 'NL91ABNA0417164300', debtorName: 'Zoë Łukasiewicz', debtorNumber: 12, address: ['Dorpsstraat 1 a', '1234 AB Zeist'],
  kind: 'invoice', number: '2026-000001', invoiceDate: day('2026-01-15'), dueDate: day('2026-01-29'),
  lines: [{ description: 'Jaarlid 15 jan 2026 t/m 14 jan 2027', quantity: 1, amountCents: cents(12_100), vat: 'high', vatCents: cents(2_100) }],
  payment: { kind: 'transfer', amountCents: cents(12_100), iban: 'NL91ABNA0417164300', dueDate: day('2026-01-29') }, ...rest,
})

/** The words on the sheets, as pdfkit writes them: hexadecimal WinAnsi in compressed streams. */
function wordsIn(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream]) => inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1'))
  const shown = streams.flatMap((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) => [...(parts ?? '').matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex')).reduce((all, one) => Buffer.concat([all, one]), Buffer.alloc(0))))
  return shown.map((bytes) => new TextDecoder('windows-1252').decode(bytes)).join('\n')
}
const sheetsIn = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

describe('an invoice on paper', () => {
  it('is one sheet that says who, what, how much and how it is paid', async () => {
    const pdf = await invoicePdf(paper())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(sheetsIn(pdf)).toBe(1)
    const words = wordsIn(pdf)
    for (const word of ['Groen & Buurt', 'Zoë Lukasiewicz', '1234 AB Zeist', '2026-000001', '15 jan 2026', '29 jan 2026', 'Jaarlid 15 jan 2026 t/m 14 jan 2027', '€ 121,00', 'Waarvan 21% btw over € 100,00', '€ 21,00']) expect(words).toContain(word)
    expect(words).toContain('Maak € 121,00 uiterlijk 29 jan 2026 over op NL91 ABNA 0417 1643 00')
  })

  it('gives the same bytes each time', async () => {
    expect((await invoicePdf(paper())).equals(await invoicePdf(paper()))).toBe(true)
    expect((await invoicePdf(paper())).equals(await invoicePdf(paper({ number: '2026-000002' })))).toBe(false)
  })

  it('announces the debits with mandate, creditor, days and amounts, and hides most of the account', async () => {
    const debits = [{ date: day('2026-02-02'), amountCents: cents(6_050) }, { date: day('2026-03-02'), amountCents: cents(6_050) }]
    const words = wordsIn(await invoicePdf(paper({ payment: { kind: 'debit', mandateReference: 'M-00007', creditorId: 'NL51ZZZ405365330000', iban: 'NL44RABO0123456789', debits } })))
    for (const word of ['NL44 **** 6789', '2 feb 2026   € 60,50', '2 mrt 2026   € 60,50', 'Machtiging M-00007', 'NL51ZZZ405365330000']) expect(words).toContain(word)
    expect(words).not.toContain('NL44RABO0123456789')
  })

  it('is a credit note with negative amounts', async () => {
    const words = wordsIn(await invoicePdf(paper({ kind: 'credit', number: 'C2026-000001', lines: [{ description: 'Terug', quantity: 1, amountCents: cents(-12_100), vat: 'high', vatCents: cents(-2_100) }], payment: { kind: 'credit', of: '2026-000001' } })))
    for (const word of ['Creditfactuur', 'C2026-000001', '€ -121,00', '€ -21,00', 'creditfactuur bij factuur 2026-000001']) expect(words).toContain(word)
    expect(words).not.toContain('Vervaldatum')
  })

  it('goes on to another sheet when there is a lot, and each invoice begins on its own', async () => {
    const [line] = paper().lines
    if (!line) throw new Error('There is no line')
    expect(sheetsIn(await invoicePdf(paper({ lines: Array.from({ length: 60 }, () => line) })))).toBeGreaterThan(1)
    expect(sheetsIn(await invoicesPdf([paper(), paper({ number: '2026-000002' }), paper({ number: '2026-000003' })]))).toBe(3)
  })

  it('tells an exempt debtor so, and asks nothing of who owes nothing', async () => {
    const words = wordsIn(await invoicePdf(paper({ lines: [{ description: 'Contributie', quantity: 1, amountCents: cents(6_000), vat: 'exempt', vatCents: cents(0) }], payment: { kind: 'settled' } })))
    expect(words).toContain('Vrijgesteld van btw.')
    expect(words).toContain('Er staat niets meer open.')
  })
})

describe('a reminder on paper', () => {
  it('is a letter with its words', async () => {
    const { sender, senderIban, debtorName, debtorNumber, address } = paper()
    const pdf = await reminderPdf([{ sender, senderIban, debtorName, debtorNumber, address, sentOn: day('2026-03-01'), subject: 'Herinnering: factuur 2026-000001', body: 'Beste Zoë,\n\nEr staat nog € 60,00 open.' }])
    for (const word of ['1 mrt 2026', 'Herinnering: factuur 2026-000001', 'Beste Zoë,', 'Er staat nog € 60,00 open.']) expect(wordsIn(pdf)).toContain(word)
  })
})

describe('characters that the standard fonts have', () => {
  it.each([
    ['Zoë Müller Çelik € 5 – “ja”', 'Zoë Müller Çelik € 5 – “ja”'], ['Łódź', 'Lódz'], ['Юрий', 'Iurii'], ['ab\tc', 'ab c'], ['日本', '??'], ['e\u0301', 'é'], ['a\nb', 'a\nb'], ['ő', 'o'],
  ])('%s is shown as %s', (text, expected) => expect(winAnsi(text)).toBe(expected))
})

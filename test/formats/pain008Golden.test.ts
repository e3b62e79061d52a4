import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { Pain008Message } from '../../src/formats/pain008'
import { group, instruction, message, swiss, written } from './debitMessages'
import { expectValidPain008 } from './validPain008'

const newAccount = { debtorIban: 'NL20INGB0001234567', formerIban: 'NL44RABO0123456789' }
const recurring = message(group([instruction(1), instruction(2, { amountCents: cents(1_250), debtorBic: 'INGBNL2A', debtorIban: 'NL20INGB0001234567', remittance: '' })]))

/** Every shape of file that leaves the house, as it leaves: to the byte. */
const shapes: Readonly<Record<string, Pain008Message>> = {
  recurring,
  recurringV02: { ...recurring, version: 'v02' },
  severalGroups: message(
    group([instruction(1), instruction(2)]),
    group([instruction(3)], { paymentInformationId: 'V261123-7K3QX0ZD-2', sequenceType: 'OOFF' }),
    group([instruction(4)], { paymentInformationId: 'V261123-7K3QX0ZD-3', collectionDate: day('2026-12-25'), batchBooking: false }),
  ),
  oneOff: message(group([instruction(1)], { sequenceType: 'OOFF' })),
  accountWithheld: message(group([instruction(1, newAccount)])),
  accountTold: { ...message(group([instruction(1, newAccount)])), originalAccount: 'told' },
  accountV02: { ...message(group([instruction(1, newAccount)])), version: 'v02' },
  reference: message(group([instruction(1, { formerReference: 'OUD-17' })])),
  creditor: message(group([
    instruction(1, { formerCreditor: { name: 'Vereniging Vroeger', creditorId: 'NL69ZZZ123456780000' } }),
    instruction(2, { formerCreditor: { name: 'Vereniging Vroeger' } }),
    instruction(3, { formerCreditor: { creditorId: 'NL69ZZZ123456780000' } }),
  ])),
  everythingChanged: message(group([instruction(1, { ...newAccount, formerReference: 'OUD-17', formerCreditor: { name: 'Vroeger', creditorId: 'NL69ZZZ123456780000' } })])),
  addressAbroad: message(group([instruction(1, { ...swiss, debtorBic: 'UBSWCHZH80A', formerIban: 'NL44RABO0123456789' })])),
  oddCharacters: { ...message(group([
    instruction(1, { debtorName: 'Zoë & Søn "De Brug"_NL', remittance: 'Gift <november>; 100% @ € 5' }),
    instruction(2, { debtorName: 'ЮРИЙ\tΞενοφών', remittance: `${'é'.repeat(139)}👍 en verder` }),
    instruction(3, { debtorName: 'Łukasz Đorđević 漢字', remittance: '漢字' }),
  ])), creditor: { name: 'Müller & Zn.', creditorId: 'nl51 zzz 405365330000', iban: 'nl91 abna 0417 1643 00' } },
}

describe('a pain.008 file is written to the byte, and is valid:', () => {
  it.each(Object.entries(shapes))('%s', async (shape, file) => {
    const xml = written(file)
    expectValidPain008(xml)
    await expect(xml).toMatchFileSnapshot(`golden/pain008-${shape}.xml`)
  })
})

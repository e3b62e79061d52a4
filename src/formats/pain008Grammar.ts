import type { MessageVersion } from '../domain/bankProfile'
import { isLocalDate } from '../domain/localDate'
import { pain008Namespaces } from './pain008Skeleton'
import { isIdentifier, isSepaText, longest } from './sepaText'
import { branch, glanceAt, leaf, type Glance, type Shape } from './xmlGrammar'

const matching = (pattern: RegExp): Shape => leaf((text) => pattern.test(text))
const exactly = (value: string): Shape => leaf((text) => text === value)
const sepa = (most: number): Shape => leaf((text) => isSepaText(text, most))

const identifier = leaf(isIdentifier)
const name = sepa(longest.name)
const date = leaf(isLocalDate)
const moment = leaf((text) => /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isLocalDate(text.slice(0, 10)))
const count = matching(/^[1-9]\d{0,14}$/)
const sum = matching(/^(?:0|[1-9]\d{0,14})\.\d\d$/)
const amount = leaf((text) => /^(?:0|[1-9]\d{0,8})\.\d\d$/.test(text) && text !== '0.00', { name: 'Ccy', value: 'EUR' })
const bic = matching(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/)
const account = branch({ Id: branch({ IBAN: matching(/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/) }) })
const creditorId = branch({ PrvtId: branch({ Othr: branch({
  Id: matching(/^[A-Z]{2}\d\d[A-Z0-9]{4,31}$/), SchmeNm: branch({ Prtry: exactly('SEPA') }),
}) }) })

const agent = (bicName: string): Shape => branch({ FinInstnId: branch({ [`${bicName}|`]: bic, 'Othr|': branch({ Id: exactly('NOTPROVIDED') }) }) })

const amendment = branch({
  'OrgnlMndtId?': identifier,
  'OrgnlCdtrSchmeId?': branch({ 'Nm?': name, 'Id?': creditorId }),
  'OrgnlDbtrAcct?': branch({ Id: branch({ 'IBAN|': matching(/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/), 'Othr|': branch({ Id: exactly('SMNDA') }) }) }),
})

const address = branch({
  'StrtNm?': sepa(longest.street), 'BldgNb?': sepa(longest.houseNumber), 'PstCd?': sepa(longest.postcode),
  TwnNm: sepa(longest.town), Ctry: matching(/^[A-Z]{2}$/),
})

const transaction = (bicName: string, debtor: Shape): Shape => branch({
  PmtId: branch({ EndToEndId: identifier }),
  InstdAmt: amount,
  DrctDbtTx: branch({ MndtRltdInf: branch({ MndtId: identifier, DtOfSgntr: date, 'AmdmntInd?': exactly('true'), 'AmdmntInfDtls&': amendment }) }),
  DbtrAgt: agent(bicName),
  Dbtr: debtor,
  DbtrAcct: account,
  'RmtInf?': branch({ Ustrd: sepa(longest.remittance) }),
})

const group = (bicName: string, debtor: Shape): Shape => branch({
  PmtInfId: identifier, PmtMtd: exactly('DD'), BtchBookg: matching(/^(?:true|false)$/), NbOfTxs: count, CtrlSum: sum,
  PmtTpInf: branch({ SvcLvl: branch({ Cd: exactly('SEPA') }), LclInstrm: branch({ Cd: exactly('CORE') }), SeqTp: matching(/^(?:RCUR|OOFF)$/) }),
  ReqdColltnDt: date,
  Cdtr: branch({ Nm: name }), CdtrAcct: account, CdtrAgt: agent(bicName),
  ChrgBr: exactly('SLEV'),
  CdtrSchmeId: branch({ Id: creditorId }),
  'DrctDbtTxInf+': transaction(bicName, debtor),
})

const file = (version: MessageVersion, bicName: string, debtor: Shape): Shape => branch({
  Document: branch({
    CstmrDrctDbtInitn: branch({
      GrpHdr: branch({ MsgId: identifier, CreDtTm: moment, NbOfTxs: count, CtrlSum: sum, InitgPty: branch({ Nm: name }) }),
      'PmtInf+': group(bicName, debtor),
    }),
  }, { name: 'xmlns', value: pain008Namespaces[version] }),
})

/** Version .02 has no address: some banks refuse one there. */
const debtors = { v08: branch({ Nm: name, 'PstlAdr?': address }), v02: branch({ Nm: name }) }

/**
 * What a file may hold, in the order of the schema: no more than Kring writes itself, so narrower than ISO 20022 (sepa §2). The schemas
 * beside it say the same; a test keeps them together.
 */
export const pain008Grammars: Readonly<Record<MessageVersion, Shape>> = {
  v08: file('v08', 'BICFI', debtors.v08),
  v02: file('v02', 'BIC', debtors.v02),
}

/** One transaction of it at a glance. */
export const pain008Transactions: Readonly<Record<MessageVersion, Glance>> = {
  v08: glanceAt('DrctDbtTxInf', transaction('BICFI', debtors.v08)),
  v02: glanceAt('DrctDbtTxInf', transaction('BIC', debtors.v02)),
}

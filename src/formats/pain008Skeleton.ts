import { create } from 'xmlbuilder2'
import type { MessageVersion } from '../domain/bankProfile'
import { xmlTemplate, type XmlTemplate } from './xmlTemplate'

/** What the two versions call differently (sepa §1). */
export const pain008Namespaces: Readonly<Record<MessageVersion, string>> = {
  v08: 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08',
  v02: 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.02',
}

/** A file with one group and one transaction, every value a slot; the order of the elements is that of the schema (sepa §2). */
const document = (version: MessageVersion) => ({
  Document: {
    '@xmlns': pain008Namespaces[version],
    CstmrDrctDbtInitn: {
      GrpHdr: {
        MsgId: '{messageId}', CreDtTm: '{createdAt}', NbOfTxs: '{count}', CtrlSum: '{total}', InitgPty: { Nm: '{creditorName}' },
      },
      PmtInf: {
        PmtInfId: '{paymentInformationId}', PmtMtd: 'DD', BtchBookg: '{batchBooking}', NbOfTxs: '{count}', CtrlSum: '{total}',
        PmtTpInf: { SvcLvl: { Cd: 'SEPA' }, LclInstrm: { Cd: 'CORE' }, SeqTp: '{sequenceType}' },
        ReqdColltnDt: '{collectionDate}',
        Cdtr: { Nm: '{creditorName}' },
        CdtrAcct: { Id: { IBAN: '{creditorIban}' } },
        CdtrAgt: { FinInstnId: '{!creditorAgent}' },
        ChrgBr: 'SLEV',
        CdtrSchmeId: { Id: { PrvtId: { Othr: { Id: '{creditorId}', SchmeNm: { Prtry: 'SEPA' } } } } },
        DrctDbtTxInf: {
          PmtId: { EndToEndId: '{endToEndId}' },
          InstdAmt: { '@Ccy': 'EUR', '#': '{amount}' },
          DrctDbtTx: { MndtRltdInf: { MndtId: '{mandateReference}', DtOfSgntr: '{signedOn}', '#': '{!amendment}' } },
          DbtrAgt: { FinInstnId: '{!debtorAgent}' },
          Dbtr: { Nm: '{debtorName}', '#': '{!address}' },
          DbtrAcct: { Id: { IBAN: '{debtorIban}' } },
          '#': '{!remittance}',
        },
      },
    },
  },
})

/** The five pieces that a file is made of, from head to tail. */
export type Pain008Skeleton = {
  readonly head: XmlTemplate
  readonly groupHead: XmlTemplate
  readonly transaction: XmlTemplate
  readonly groupTail: string
  readonly tail: string
}

/** Built by a real XML writer and cut where the repetition is. */
function skeleton(version: MessageVersion): Pain008Skeleton {
  const xml = create({ version: '1.0', encoding: 'UTF-8' }, document(version)).end()
  const [head = '', group = ''] = xml.split('<PmtInf>')
  const [groupHead = '', transaction = ''] = group.split('<DrctDbtTxInf>')
  const [transactionBody = '', afterTransaction = ''] = transaction.split('</DrctDbtTxInf>')
  const [groupTail = '', tail = ''] = afterTransaction.split('</PmtInf>')
  return {
    head: xmlTemplate(head),
    groupHead: xmlTemplate(`<PmtInf>${groupHead}`),
    transaction: xmlTemplate(`<DrctDbtTxInf>${transactionBody}</DrctDbtTxInf>`),
    groupTail: `${groupTail}</PmtInf>`,
    tail,
  }
}

export const pain008Skeletons: Readonly<Record<MessageVersion, Pain008Skeleton>> = { v08: skeleton('v08'), v02: skeleton('v02') }

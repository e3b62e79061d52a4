import { create } from 'xmlbuilder2'
import { xmlTemplate, type XmlTemplate } from './xmlTemplate'

export const pain008Namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08'

/** A file with one group and one transaction, every value a slot; the order of the elements is that of the schema (sepa §2). */
const document = {
  Document: {
    '@xmlns': pain008Namespace,
    CstmrDrctDbtInitn: {
      GrpHdr: {
        MsgId: '{messageId}', CreDtTm: '{createdAt}', NbOfTxs: '{count}', CtrlSum: '{total}', InitgPty: { Nm: '{creditorName}' },
      },
      PmtInf: {
        PmtInfId: '{paymentInformationId}', PmtMtd: 'DD', BtchBookg: 'true', NbOfTxs: '{count}', CtrlSum: '{total}',
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
}

/** The five pieces that a file is made of, from head to tail. */
export type Pain008Skeleton = {
  readonly head: XmlTemplate
  readonly groupHead: XmlTemplate
  readonly transaction: XmlTemplate
  readonly groupTail: string
  readonly tail: string
}

/** Built by a real XML writer and cut where the repetition is. */
function skeleton(): Pain008Skeleton {
  const xml = create({ version: '1.0', encoding: 'UTF-8' }, document).end()
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

export const pain008Skeleton: Pain008Skeleton = skeleton()

import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { piecesOf, readXml, textAt, type XmlElement } from '../formats/xmlReader'

/** A debit as the bank finds it in a file. */
export type Order = { readonly endToEndId: string; readonly amountCents: Cents; readonly mandateReference: string; readonly name: string; readonly iban: string }

/** A group of debits that the bank collects on one day and books as one line. */
export type OrderGroup = { readonly messageId: string; readonly paymentInformationId: string; readonly collectionDate: LocalDate; readonly orders: readonly Order[] }

/** What the bank has to do according to a pain.008 file. */
export function readDebitFile(text: string): readonly OrderGroup[] {
  const groups: OrderGroup[] = []
  let messageId = ''
  let orders: Order[] = []
  const values = new Map<string, string>()
  readXml(piecesOf(text), {
    containers: new Set(['Document', 'CstmrDrctDbtInitn', 'PmtInf']),
    element: (element, parent) => {
      if (element.name === 'GrpHdr') messageId = textAt(element, 'MsgId') ?? ''
      if (parent !== 'PmtInf') return
      if (element.name === 'DrctDbtTxInf') orders.push(toOrder(element))
      else values.set(element.name, element.text.trim())
    },
    closed: (name) => {
      if (name !== 'PmtInf') return
      groups.push({ messageId, paymentInformationId: values.get('PmtInfId') ?? '', collectionDate: day(values.get('ReqdColltnDt') ?? ''), orders })
      orders = []
    },
  })
  return groups
}

const toOrder = (element: XmlElement): Order => ({
  endToEndId: textAt(element, 'PmtId', 'EndToEndId') ?? '',
  amountCents: cents(Math.round(Number(textAt(element, 'InstdAmt')) * 100)),
  mandateReference: textAt(element, 'DrctDbtTx', 'MndtRltdInf', 'MndtId') ?? '',
  name: textAt(element, 'Dbtr', 'Nm') ?? '',
  iban: textAt(element, 'DbtrAcct', 'Id', 'IBAN') ?? '',
})

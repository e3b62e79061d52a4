import { day, type LocalDate } from '../../src/domain/localDate'
import { sumCents, type Cents } from '../../src/domain/money'
import { euroAmountOf } from '../../src/formats/camtValues'
import { childAt, piecesOf, readXml, textAt, type XmlElement } from '../../src/formats/xmlReader'
import { expectValidPain008 } from '../formats/validPain008'

/** A collection as the bank took it in. */
export type Order = {
  readonly endToEndId: string
  readonly amountCents: Cents
  readonly mandateId: string
  readonly debtorName: string
  readonly debtorIban: string
}

/** A payment group as the bank took it in. */
export type OrderGroup = {
  readonly messageId: string
  readonly paymentInformationId: string
  readonly collectionDate: LocalDate
  readonly creditorIban: string
  /** Whether the bank books the group as one line, or every order apart. */
  readonly batchBooking: boolean
  readonly orders: readonly Order[]
}

/** What a bank reads in a pain.008 file, with a reader of its own and no mercy for a wrong control sum, nor for what a schema has against it. */
export function receivedOrders(pain008: string): readonly OrderGroup[] {
  const groups: OrderGroup[] = []
  let messageId = ''
  let parts: XmlElement[] = []
  readXml(piecesOf(pain008), {
    containers: new Set(['Document', 'CstmrDrctDbtInitn', 'PmtInf']),
    element: (element, parent) => {
      if (element.name === 'GrpHdr') messageId = text(element, 'MsgId')
      if (parent === 'PmtInf') parts.push(element)
    },
    closed: (name) => {
      if (name !== 'PmtInf') return
      groups.push(toGroup(messageId, { name, line: 0, attributes: {}, children: parts, text: '' }))
      parts = []
    },
  })
  expectValidPain008(pain008)
  return groups
}

function toGroup(messageId: string, group: XmlElement): OrderGroup {
  const orders = group.children.filter(({ name }) => name === 'DrctDbtTxInf').map(toOrder)
  const total = sumCents(orders.map(({ amountCents }) => amountCents))
  const isRight = text(group, 'NbOfTxs') === String(orders.length) && Math.round(Number(text(group, 'CtrlSum')) * 100) === total
  if (!isRight) throw new Error(`AM10: the totals of ${text(group, 'PmtInfId')} are wrong`)
  return {
    messageId,
    paymentInformationId: text(group, 'PmtInfId'),
    collectionDate: day(text(group, 'ReqdColltnDt')),
    creditorIban: text(group, 'CdtrAcct', 'Id', 'IBAN'),
    batchBooking: text(group, 'BtchBookg') === 'true',
    orders,
  }
}

function toOrder(transaction: XmlElement): Order {
  const amount = childAt(transaction, 'InstdAmt')
  if (!amount) throw new Error('FF01: a transaction without an amount')
  return {
    endToEndId: text(transaction, 'PmtId', 'EndToEndId'),
    amountCents: euroAmountOf(amount),
    mandateId: text(transaction, 'DrctDbtTx', 'MndtRltdInf', 'MndtId'),
    debtorName: text(transaction, 'Dbtr', 'Nm'),
    debtorIban: text(transaction, 'DbtrAcct', 'Id', 'IBAN'),
  }
}

function text(element: XmlElement, ...path: readonly string[]): string {
  const found = textAt(element, ...path)
  if (found === undefined) throw new Error(`FF01: ${path.join('/')} is missing`)
  return found
}

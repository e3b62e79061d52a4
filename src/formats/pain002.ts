import { DomainError } from '../domain/domainError'
import type { Cents } from '../domain/money'
import { euroAmountOf, isEuro } from './camtValues'
import { childAt, childrenOf, piecesOf, readXml, textAt, type XmlElement } from './xmlReader'

/** What became of one instruction. The status is the bank's word as it stands, and empty when there is none: unknown ones change nothing. */
export type TransactionStatus = {
  /** Absent too when the bank writes NOTPROVIDED; then the instruction id is left to go by. */
  readonly originalEndToEndId?: string | undefined
  readonly originalInstructionId?: string | undefined
  readonly status: string
  readonly reason?: string | undefined
  readonly amountCents?: Cents | undefined
}

/** What became of a payment group, with the instructions that the bank mentions: often the rejected ones alone. */
export type GroupStatus = {
  readonly originalPaymentInformationId?: string | undefined
  readonly status?: string | undefined
  readonly reason?: string | undefined
  readonly transactions: readonly TransactionStatus[]
}

/** What a bank says about a file that it was given. */
export type StatusReport = {
  readonly messageId: string
  readonly originalMessageId?: string | undefined
  readonly groupStatus?: string | undefined
  readonly groupReason?: string | undefined
  readonly groups: readonly GroupStatus[]
}

/** Version .02 names its report after itself, and puts its transactions outside the groups. */
const reports: ReadonlySet<string> = new Set(['CstmrPmtStsRpt', 'pain.002.001.02'])
const containers: ReadonlySet<string> = new Set(['Document', ...reports, 'OrgnlPmtInfAndSts'])

/**
 * A status report of a bank, pain.002.001.02, .03 or .10, as a text or in pieces. Lenient about order, namespace and dialect, for the
 * files of banks seldom fit a schema (sepa §10.3). Throws PAIN002_NOT_A_REPORT for another kind of file, and what `readXml` and
 * `camtValues` throw.
 */
export function readPain002(file: string | Iterable<string>): StatusReport {
  let report: XmlElement | undefined
  let group: XmlElement | undefined
  const groups: GroupStatus[] = []
  readXml(typeof file === 'string' ? piecesOf(file) : file, {
    containers,
    opened: (name) => {
      if (reports.has(name)) report = emptyElement(name)
      if (name === 'OrgnlPmtInfAndSts') group = emptyElement(name)
    },
    element: (element, parent) => {
      if (parent === 'OrgnlPmtInfAndSts') group?.children.push(element)
      else if (reports.has(parent)) report?.children.push(element)
    },
    closed: (name) => {
      if (name === 'OrgnlPmtInfAndSts' && group) groups.push(toGroup(group))
    },
  })
  if (!report) throw new DomainError('PAIN002_NOT_A_REPORT')
  const original = childAt(report, 'OrgnlGrpInfAndSts')
  return {
    messageId: textAt(report, 'GrpHdr', 'MsgId') ?? '',
    originalMessageId: textAt(original, 'OrgnlMsgId'),
    groupStatus: textAt(original, 'GrpSts'),
    groupReason: reasonOf(original),
    groups: [...groups, ...looseGroups(report)],
  }
}

const emptyElement = (name: string): XmlElement => ({ name, line: 0, attributes: {}, children: [], text: '' })

const toGroup = (group: XmlElement): GroupStatus => ({
  originalPaymentInformationId: textAt(group, 'OrgnlPmtInfId'),
  status: textAt(group, 'PmtInfSts'),
  reason: reasonOf(group),
  transactions: childrenOf(group, 'TxInfAndSts').map(toTransaction),
})

/** Transactions that stand outside a group name it themselves. */
const looseGroups = (report: XmlElement): readonly GroupStatus[] =>
  [...Map.groupBy(childrenOf(report, 'TxInfAndSts'), (transaction) => textAt(transaction, 'OrgnlPmtInfId'))]
    .map(([originalPaymentInformationId, members]) => ({ originalPaymentInformationId, transactions: members.map(toTransaction) }))

function toTransaction(transaction: XmlElement): TransactionStatus {
  const endToEndId = textAt(transaction, 'OrgnlEndToEndId')
  const amount = childAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt')
  return {
    originalEndToEndId: endToEndId === 'NOTPROVIDED' ? undefined : endToEndId,
    originalInstructionId: textAt(transaction, 'OrgnlInstrId'),
    status: textAt(transaction, 'TxSts') ?? '',
    reason: reasonOf(transaction),
    amountCents: amount && isEuro(amount) ? euroAmountOf(amount) : undefined,
  }
}

/** The first code of the reasons given, the bank's own where it has no common one; version .02 calls it StsRsn. */
const reasonOf = (element: XmlElement | undefined): string | undefined =>
  childrenOf(element, 'StsRsnInf')
    .map((given) => childAt(given, 'Rsn') ?? childAt(given, 'StsRsn'))
    .map((reason) => textAt(reason, 'Cd') ?? textAt(reason, 'Prtry'))
    .find((code) => code !== undefined)

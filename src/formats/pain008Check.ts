import { DomainError } from '../domain/domainError'
import { sumCents, type Cents } from '../domain/money'
import { euroAmountOf } from './camtValues'
import { childAt, readXml, textAt, type XmlElement } from './xmlReader'

export type CheckedGroup = { readonly paymentInformationId: string; readonly count: number; readonly totalCents: Cents }
export type CheckedFile = { readonly count: number; readonly totalCents: Cents; readonly groups: readonly CheckedGroup[] }

const containers = new Set(['Document', 'CstmrDrctDbtInitn', 'PmtInf'])

/**
 * Reads a written pain.008 file back and counts it: NbOfTxs and CtrlSum must be there and right for the file and for every group, amounts
 * must have two decimals, end-to-end ids must be unique, no element may be empty and no address may be unstructured. Banks refuse the
 * whole file otherwise (sepa §2). Throws PAIN008_CHECK_FAILED with what is wrong and where; returns what was counted.
 */
export function checkPain008(chunks: Iterable<string>): CheckedFile {
  const header: XmlElement[] = []
  const groups: CheckedGroup[] = []
  const endToEndIds = new Set<string>()
  let groupParts: XmlElement[] = []
  let amounts: Cents[] = []
  readXml(chunks, {
    containers,
    element: (element, parent) => {
      refuseEmptyAndUnstructured(element)
      if (element.name === 'DrctDbtTxInf') amounts.push(checkedAmount(element, endToEndIds))
      else if (parent === 'PmtInf') groupParts.push(element)
      else if (element.name === 'GrpHdr') header.push(element)
    },
    closed: (name) => {
      if (name !== 'PmtInf') return
      const group = { name, line: 0, attributes: {}, children: groupParts, text: '' }
      const counted = { count: amounts.length, totalCents: sumCents(amounts) }
      const paymentInformationId = textAt(group, 'PmtInfId') ?? ''
      checkTotals(group, counted, paymentInformationId)
      groups.push({ paymentInformationId, ...counted })
      groupParts = []
      amounts = []
    },
  })
  const file = { count: groups.reduce((count, group) => count + group.count, 0), totalCents: sumCents(groups.map(({ totalCents }) => totalCents)) }
  checkTotals(header[0], file, 'GrpHdr')
  return { ...file, groups }
}

function checkTotals(element: XmlElement | undefined, counted: { count: number; totalCents: Cents }, where: string): void {
  const statedCount = textAt(element, 'NbOfTxs')
  const statedSum = textAt(element, 'CtrlSum')
  if (counted.count === 0) throw failed('empty', where)
  if (statedCount !== String(counted.count)) throw failed('NbOfTxs', `${where}: ${statedCount ?? '-'}, ${counted.count}`)
  if (statedSum === undefined || twoDecimals(statedSum) !== counted.totalCents) throw failed('CtrlSum', `${where}: ${statedSum ?? '-'}, ${counted.totalCents}`)
}

function checkedAmount(transaction: XmlElement, endToEndIds: Set<string>): Cents {
  const endToEndId = textAt(transaction, 'PmtId', 'EndToEndId') ?? ''
  if (endToEndId === '' || endToEndIds.has(endToEndId)) throw failed('EndToEndId', endToEndId)
  endToEndIds.add(endToEndId)
  const amount = childAt(transaction, 'InstdAmt')
  if (!amount || twoDecimals(amount.text) === undefined) throw failed('InstdAmt', endToEndId)
  return euroAmountOf(amount)
}

const twoDecimals = (text: string): number | undefined => (/^\d+\.\d{2}$/.test(text) ? Number(text.replace('.', '')) : undefined)

function refuseEmptyAndUnstructured(element: XmlElement): void {
  if (element.children.length === 0 && element.text.trim() === '') throw failed('empty', `${element.name} (${element.line})`)
  if (element.name === 'AdrLine') throw failed('AdrLine', String(element.line))
  element.children.forEach(refuseEmptyAndUnstructured)
}

const failed = (what: string, where: string): DomainError => new DomainError('PAIN008_CHECK_FAILED', { what, where })

import { fragment } from 'xmlbuilder2'
import { assertCreditorId } from './creditorId'
import { normaliseIban } from './iban'
import type { Pain008Head, Pain008Instruction } from './pain008Message'
import { sepaName } from './sepaText'
import { xmlTemplate } from './xmlTemplate'

const amendmentMarkup = xmlTemplate(fragment({ AmdmntInd: 'true', AmdmntInfDtls: '{!changes}' }).toString())
const referenceMarkup = xmlTemplate(fragment({ OrgnlMndtId: '{reference}' }).toString())
const creditorMarkup = xmlTemplate(fragment({ OrgnlCdtrSchmeId: '{!creditor}' }).toString())
const creditorNameMarkup = xmlTemplate(fragment({ Nm: '{name}' }).toString())
const creditorIdMarkup = xmlTemplate(fragment({ Id: { PrvtId: { Othr: { Id: '{creditorId}', SchmeNm: { Prtry: 'SEPA' } } } } }).toString())
const accountMarkup = xmlTemplate(fragment({ OrgnlDbtrAcct: { Id: { IBAN: '{iban}' } } }).toString())
const newAccount = fragment({ OrgnlDbtrAcct: { Id: { Othr: { Id: 'SMNDA' } } } }).toString()

/** What changed in the mandate, in the order of the schema; empty when nothing differs from what the bank will read beside it (sepa §7.1). */
export function amendmentOf(one: Pain008Instruction, originalAccount: Pain008Head['originalAccount']): string {
  if (one.formerReference === undefined && one.formerCreditor === undefined && one.formerIban === undefined) return ''
  const changes = formerReferenceOf(one) + formerCreditorOf(one) + formerAccountOf(one, originalAccount)
  return changes === '' ? '' : amendmentMarkup({ changes })
}

const formerReferenceOf = ({ formerReference, mandateReference }: Pain008Instruction): string =>
  formerReference === undefined || formerReference === mandateReference ? '' : referenceMarkup({ reference: formerReference })

function formerCreditorOf({ formerCreditor: { name, creditorId } = {} }: Pain008Instruction): string {
  const creditor = (name === undefined ? '' : creditorNameMarkup({ name: sepaName(name) }))
    + (creditorId === undefined ? '' : creditorIdMarkup({ creditorId: assertCreditorId(creditorId) }))
  return creditor === '' ? '' : creditorMarkup({ creditor })
}

/** The former account itself where the bank wants it, and else only that it is new: same mandate, new debtor account. */
function formerAccountOf({ formerIban, debtorIban }: Pain008Instruction, originalAccount: Pain008Head['originalAccount']): string {
  const iban = normaliseIban(formerIban ?? debtorIban)
  if (iban === normaliseIban(debtorIban)) return ''
  return originalAccount === 'told' ? accountMarkup({ iban }) : newAccount
}

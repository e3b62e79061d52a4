import { fragment } from 'xmlbuilder2'
import type { MessageVersion } from '../domain/bankProfile'
import { euroAmount } from '../domain/money'
import { isOutsideEea, normaliseIban } from './iban'
import { amendmentOf } from './pain008Amendment'
import type { Pain008Address, Pain008Head, Pain008Instruction } from './pain008Message'
import { pain008Skeletons } from './pain008Skeleton'
import { longest, sepaName, sepaRemittance, sepaText } from './sepaText'
import { xmlTemplate, type XmlTemplate } from './xmlTemplate'

/** The markup of one instruction that no rule has anything against. */
export function transactionMarkup(one: Pain008Instruction, { version, originalAccount }: Pick<Pain008Head, 'version' | 'originalAccount'>): string {
  const remittance = sepaRemittance(one.remittance)
  const debtorIban = normaliseIban(one.debtorIban)
  return pain008Skeletons[version].transaction({
    endToEndId: one.endToEndId,
    amount: euroAmount(one.amountCents),
    mandateReference: one.mandateReference,
    signedOn: one.signedOn,
    amendment: amendmentOf(one, originalAccount),
    debtorAgent: agentMarkup(one.debtorBic, version),
    debtorName: sepaName(one.debtorName),
    address: one.debtorAddress && isOutsideEea(debtorIban) ? addressMarkup(one.debtorAddress) : '',
    debtorIban,
    remittance: remittance === '' ? '' : remittanceMarkup({ remittance }),
  })
}

/** The bank of an account: its BIC where it is known, and NOTPROVIDED else, as the schema wants something. */
export const agentMarkup = (bic: string | undefined, version: MessageVersion): string => (bic === undefined ? unknownAgent : agents[version]({ bic }))

const unknownAgent = fragment({ Othr: { Id: 'NOTPROVIDED' } }).toString()
const agents: Readonly<Record<MessageVersion, XmlTemplate>> = {
  v08: xmlTemplate(fragment({ BICFI: '{bic}' }).toString()),
  v02: xmlTemplate(fragment({ BIC: '{bic}' }).toString()),
}
const remittanceMarkup = xmlTemplate(fragment({ RmtInf: { Ustrd: '{remittance}' } }).toString())
const addressTemplate = xmlTemplate(fragment({
  PstlAdr: { StrtNm: '{street}', BldgNb: '{houseNumber}', PstCd: '{postcode}', TwnNm: '{town}', Ctry: '{country}' },
}).toString())

/** No empty elements, and never an AdrLine. */
const addressMarkup = (address: Pain008Address): string => addressTemplate({
  street: sepaText(address.street ?? '', longest.street),
  houseNumber: sepaText(address.houseNumber ?? '', longest.houseNumber),
  postcode: sepaText(address.postcode ?? '', longest.postcode),
  town: sepaText(address.town, longest.town),
  country: address.country,
}).replace(/<(\w+)><\/\1>/g, '')

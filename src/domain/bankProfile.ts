import { DomainError } from './domainError'

/** The banks whose ways are known; at another one the careful defaults hold (Q25). */
export type Bank = 'ing' | 'rabobank' | 'abnAmro' | 'other'
export type MessageVersion = 'v08' | 'v02'

/** How a bank wants debits delivered. A contract can differ from it in each point. */
export type BankProfile = {
  /** Banking days between delivery and collection. */
  readonly deliveryLeadDays: number
  /** Until when, on the last day of delivery, on the clock of Amsterdam: 'HH:MM'. */
  readonly cutOffTime: string
  readonly messageVersion: MessageVersion
  readonly groupsPerFile: 'several' | 'one'
  readonly fileMaxCount: number
  /** Whether the former account is named beside the notice that it is new; ABN AMRO refused files that did (sepa §7.1). */
  readonly originalAccount: 'withheld' | 'told'
}

/** A file that any bank's upload and any desk computer can take. */
const usualFileMaxCount = 50_000

const usual: BankProfile = {
  deliveryLeadDays: 2, cutOffTime: '12:00', messageVersion: 'v08', groupsPerFile: 'several', fileMaxCount: usualFileMaxCount, originalAccount: 'withheld',
}

/** Lead times and cut-off times as the banks publish them (sepa §6.2); where a bank says nothing, two banking days and noon. */
const profiles: Readonly<Record<Bank, BankProfile>> = {
  abnAmro: { ...usual, deliveryLeadDays: 1, cutOffTime: '12:30' },
  rabobank: { ...usual, deliveryLeadDays: 1, cutOffTime: '07:00' },
  ing: usual,
  other: usual,
}

/** The ways of the bank, with what the contract says otherwise. */
export const profileOf = (bank: Bank, contract: { readonly [K in keyof BankProfile]?: BankProfile[K] | null | undefined }): BankProfile => {
  const own = Object.fromEntries(Object.entries(contract).filter(([, value]) => value !== null && value !== undefined))
  return { ...profiles[bank], ...own }
}

/** A time of day on a 24-hour clock. Throws TIME_INVALID. */
export function assertTimeOfDay(time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new DomainError('TIME_INVALID', { value: time })
  return time
}

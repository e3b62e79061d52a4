import type { LocalDate } from './localDate'
import type { Cents } from './money'

/** What became of an online payment, from the beginning to as far as it can come. */
export const onlineStatuses = ['open', 'expired', 'failed', 'cancelled', 'paid', 'refunded'] as const
export type OnlineStatus = (typeof onlineStatuses)[number]

/** Whether a payment that is the one may become the other: it only goes on. Who failed may still pay; who paid cannot fail any more. */
export const goesOnTo = (from: OnlineStatus, to: OnlineStatus): boolean => onlineStatuses.indexOf(to) > onlineStatuses.indexOf(from)

/** What is known here of an online payment. */
export type OnlineState = { readonly status: OnlineStatus; readonly amountCents: Cents; readonly paidOn?: LocalDate | undefined }

type Asked = { readonly amountCents: Cents; readonly currency: string }

/** What a provider tells of one payment: its whole state, so that no earlier message is needed to understand it. */
export type OnlineNews = Asked & (
  | { readonly status: 'expired' | 'failed' | 'cancelled' }
  | { readonly status: 'paid'; readonly paidOn: LocalDate }
  | { readonly status: 'refunded'; readonly paidOn: LocalDate; readonly refundedOn: LocalDate })

export type OnlineVerdict =
  | { readonly kind: 'known' }
  | { readonly kind: 'conflict'; readonly code: 'ONLINE_AMOUNT_DIFFERS' | 'ONLINE_CURRENCY_DIFFERS' }
  | { readonly kind: 'becomes'; readonly status: OnlineStatus; readonly paidOn?: LocalDate | undefined; readonly refundedOn?: LocalDate | undefined }

/**
 * What news makes of a payment (R-ONL-3, R-ONL-4). Messages come late, twice and in any order: the farthest status wins, so
 * whatever the order, the same messages end the same. Money that is not the amount asked, or not in euros, is a conflict and changes
 * nothing; part of a payment that goes back is one as well, as a counter entry takes back all that it names.
 */
export function judgeNews(state: OnlineState, news: OnlineNews): OnlineVerdict {
  if (news.currency !== 'EUR') return { kind: 'conflict', code: 'ONLINE_CURRENCY_DIFFERS' }
  if (news.amountCents !== state.amountCents) return { kind: 'conflict', code: 'ONLINE_AMOUNT_DIFFERS' }
  if (!goesOnTo(state.status, news.status)) return { kind: 'known' }
  if (!('paidOn' in news)) return { kind: 'becomes', status: news.status }
  return { kind: 'becomes', status: news.status, paidOn: state.paidOn ?? news.paidOn, refundedOn: 'refundedOn' in news ? news.refundedOn : undefined }
}

import type { LinkedTo } from '../../src/operations/tellLinkedTo'

const addresses: Readonly<Record<LinkedTo['kind'], (id: number) => string>> = {
  invoice: (id) => `/admin/collections/invoices/${id}/overview`,
  pledge: (id) => `/admin/collections/pledges/${id}`,
  fund: (id) => `/admin/collections/funds/${id}`,
  nothing: (id) => `/admin/collections/online-payments/${id}/overview#koppelen`,
}

/** Where what a payment was for is seen, or where it is said; undefined for who may do neither (R-ONL-2). */
export const linkAddress = ({ kind, id }: LinkedTo): string | undefined => (id === null ? undefined : addresses[kind](id))

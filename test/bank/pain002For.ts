import { create } from 'xmlbuilder2'
import type { OrderGroup } from './receivedOrders'

export type Rejection = { readonly endToEndId: string; readonly reason: string }

/** The bank's answer to a file, pain.002.001.10: which orders it rejects and why; the others are accepted. */
export function pain002For(groups: readonly OrderGroup[], rejections: readonly Rejection[]): string {
  const reasons = new Map(rejections.map(({ endToEndId, reason }) => [endToEndId, reason]))
  const messageId = groups[0]?.messageId ?? ''
  const orders = groups.flatMap((group) => group.orders)
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    Document: {
      '@xmlns': 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10',
      CstmrPmtStsRpt: {
        GrpHdr: { MsgId: `STS-${messageId}`.slice(0, 35), CreDtTm: '2026-01-01T12:00:00' },
        OrgnlGrpInfAndSts: { OrgnlMsgId: messageId, OrgnlMsgNmId: 'pain.008.001.08', GrpSts: statusOf(orders, reasons) },
        OrgnlPmtInfAndSts: groups.map((group) => groupStatus(group, reasons)),
      },
    },
  }).end()
}

const groupStatus = (group: OrderGroup, reasons: ReadonlyMap<string, string>) => ({
  OrgnlPmtInfId: group.paymentInformationId,
  PmtInfSts: statusOf(group.orders, reasons),
  TxInfAndSts: group.orders.filter(({ endToEndId }) => reasons.has(endToEndId)).map(({ endToEndId }) => ({
    OrgnlEndToEndId: endToEndId, TxSts: 'RJCT', StsRsnInf: { Rsn: { Cd: reasons.get(endToEndId) } },
  })),
})

function statusOf(orders: readonly { readonly endToEndId: string }[], reasons: ReadonlyMap<string, string>): string {
  const rejected = orders.filter(({ endToEndId }) => reasons.has(endToEndId)).length
  if (rejected === 0) return 'ACCP'
  return rejected === orders.length ? 'RJCT' : 'PART'
}

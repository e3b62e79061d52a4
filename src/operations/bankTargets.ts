import type { PayloadRequest } from 'payload'
import { findTargets, type FoundTarget, type TargetKind } from '../store/bankLineTargets'
import { readConnection } from '../store/transaction'
import { tellTargets, type ToldTarget } from './tellTargets'

/** Something that a line can be booked to, in words, with how much of the line it would take; of a gift the fund may still have to be chosen. */
export type BankTarget = Pick<ToldTarget, 'label' | 'detail' | 'name'> & { readonly kind: TargetKind; readonly ids: Omit<FoundTarget, 'kind' | 'takesCents' | 'group'>; readonly amountCents: number | null }

/** What a line can be for that the words find, of all kinds or of one. */
export async function bankTargets(req: PayloadRequest, question: { readonly line: number; readonly words: string; readonly kind?: TargetKind | undefined }): Promise<{ readonly targets: readonly BankTarget[] }> {
  const found = await findTargets(readConnection(req), question)
  const told = await tellTargets(req, found)
  return {
    targets: found.flatMap(({ kind, takesCents, group: _, ...ids }, place) => {
      const words = told[place]
      return kind === 'batchTotal' || !words ? [] : [{ kind, ids, amountCents: takesCents, label: words.label, detail: words.detail, name: words.name }]
    }),
  }
}

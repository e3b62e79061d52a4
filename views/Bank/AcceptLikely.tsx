'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { LikelyKind } from '../../src/store/bankWork'
import type { Selection } from '../Collecting/selection'
import { filled } from '../parts/filled'
import { AcceptDialog } from './AcceptDialog'
import { texts } from './texts'

type Props = { readonly likely: readonly LikelyKind[]; readonly selection: Selection; readonly language: Language }

/** The button that accepts what is ticked: all that is likely, on this page and the others, unless some were unticked. */
export const AcceptLikely = ({ likely, selection, language }: Props) => {
  const t = texts[language]
  const [isOpen, setOpen] = useState(false)
  const chosen = likely.map((kind) => chosenOf(kind, selection)).filter(({ count }) => count > 0)
  const [count, total] = [chosen.reduce((sum, kind) => sum + kind.count, 0), cents(chosen.reduce((sum, kind) => sum + kind.totalCents, 0))]
  return (
    <>
      <Button type="button" disabled={count === 0} onClick={() => setOpen(true)}>
        {count === 0 ? t.nothingSelected : filled(selection.isAll && selection.marked.size === 0 ? t.acceptAll : t.acceptSome, { all: count, count, total: formatEuro(total, language) })}
      </Button>
      {isOpen && <AcceptDialog chosen={chosen} language={language} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What is ticked of a kind; the amounts of what was marked are known, whatever page it is on. */
function chosenOf(kind: LikelyKind, { isAll, marked }: Selection): LikelyKind {
  const own = kind.lines.filter((line) => marked.has(line))
  const ownCents = own.reduce((sum, line) => sum + (marked.get(line) ?? 0), 0)
  if (!isAll) return { ...kind, count: own.length, totalCents: cents(ownCents), lines: own }
  return { ...kind, count: kind.count - own.length, totalCents: cents(kind.totalCents - ownCents), lines: kind.lines.filter((line) => !marked.has(line)) }
}

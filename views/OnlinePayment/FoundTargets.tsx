'use client'
import { Button } from '@payloadcms/ui'
import type { Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import { Amount } from '../parts/Amount'
import { Table } from '../parts/Table'
import type { Found } from './findTargets'
import { texts } from './texts'

type Props = { readonly found: readonly Found[]; readonly amountCents: Cents; readonly isBusy: boolean; readonly language: Language; readonly onChoose: (id: number) => void }

/** What was found, each to be chosen; of an invoice what is open, and a word where that is less than was paid. */
export const FoundTargets = ({ found, amountCents, isBusy, language, onChoose }: Props) => {
  const t = texts[language]
  const open = { title: t.stillOpen, isNumber: true, render: ({ openCents }: Found) => openCents !== undefined && (
    <><Amount cents={openCents} language={language} />{openCents < amountCents && <div>{t.tooMuch}</div>}</>
  ) }
  return (
    <Table name="found" rows={found} keyOf={({ id }) => id} empty={t.none} columns={[
      { title: t.found, render: ({ label }) => label },
      ...(found.some(({ openCents }) => openCents !== undefined) ? [open] : []),
      { title: '', render: ({ id }) => <Button buttonStyle="secondary" disabled={isBusy} size="small" type="button" onClick={() => onChoose(id)}>{t.choose}</Button> },
    ]} />
  )
}

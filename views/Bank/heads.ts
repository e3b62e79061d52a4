import type { Language } from '../../src/i18n/text'
import type { WorkSort } from '../../src/store/bankWork'
import { addressOf, type Asked } from './address'
import { texts } from './texts'

/** The head of a column, and where a click on it leads. */
export type Head = { readonly title: string; readonly isNumber?: boolean; readonly href?: string; readonly direction?: 'ascending' | 'descending' | undefined }

/** The heads of the list of lines. */
export function headsOf(asked: Asked, language: Language): readonly Head[] {
  const t = texts[language]
  const sorted = (sort: WorkSort): Pick<Head, 'href' | 'direction'> => ({
    href: addressOf(asked, { sort, isDescending: asked.sort === sort ? !asked.isDescending : sort === 'amount' }),
    direction: asked.sort !== sort ? undefined : asked.isDescending ? 'descending' : 'ascending',
  })
  return [
    { title: t.date, ...sorted('date') }, { title: t.counterparty, ...sorted('counterparty') }, { title: t.description },
    { title: t.amount, isNumber: true, ...sorted('amount') }, { title: t.whatFor }, { title: t.actions },
  ]
}

'use client'
import { cents, formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { LinkedTo } from '../../src/operations/tellLinkedTo'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

export type LinkKind = Exclude<LinkedTo['kind'], 'nothing'>
export type Found = { readonly id: number; readonly label: string; readonly openCents?: Cents }

type Named = { readonly displayName?: string; readonly title?: string }
type Doc = { readonly id: number; readonly number?: string | number; readonly title?: string; readonly description?: string; readonly openCents?: number; readonly amountCents?: number; readonly donor?: Named | number; readonly fund?: Named | number }

const named = (value: Named | number | undefined): string => (typeof value === 'object' ? value.displayName ?? value.title ?? '' : '')

/** How each kind is looked up, through the same doors and rights as its list, and how what is found is called. */
const ways: Readonly<Record<LinkKind, { readonly address: (words: string) => string; readonly toFound: (doc: Doc, language: Language) => Found }>> = {
  invoice: {
    address: (words) => `/api/invoices?limit=10&sort=-number&where[and][0][kind][equals]=invoice&where[and][1][number][contains]=${words}`,
    toFound: ({ id, number, description, openCents }) => ({ id, label: `${number ?? ''} · ${description ?? ''}`, openCents: cents(openCents ?? 0) }),
  },
  pledge: {
    address: (words) => `/api/pledges?limit=10&depth=1&sort=-number&${/^\d+$/.test(words) ? `where[number][equals]=${words}` : `where[donor.displayName][contains]=${words}`}`,
    toFound: ({ id, number, donor, fund, amountCents }, language) => ({ id, label: [number, named(donor), named(fund), formatEuro(cents(amountCents ?? 0), language)].filter(Boolean).join(' · ') }),
  },
  fund: {
    address: (words) => `/api/funds?limit=10&sort=title&where[title][contains]=${words}`,
    toFound: ({ id, title }) => ({ id, label: title ?? '' }),
  },
}

/** The first ten of a kind that the words find. */
export async function findTargets(kind: LinkKind, words: string, language: Language): Promise<Answer<readonly Found[]>> {
  const { address, toFound } = ways[kind]
  const answer = await sendJson<{ readonly docs: readonly Doc[] }>('GET', address(encodeURIComponent(words.trim())), { failed: texts[language].failedToFind })
  return answer.ok ? { ok: true, data: answer.data.docs.map((doc) => toFound(doc, language)) } : answer
}

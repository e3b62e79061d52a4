'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { FoundRelation } from '../../src/store/relationSearch'
import { texts } from './texts'

const pauseMs = 200
const cardOf = (id: number): string => `/admin/collections/relations/${id}/card`

type Found = { readonly query: string; readonly relations: readonly FoundRelation[] } | { readonly query: string; readonly failed: true }

/** Finds relations while one types; Enter opens the first. */
export const SearchBar = ({ language }: { readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const query = typed.trim()
  useEffect(() => {
    if (query.length < 2) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => void find(query, stop.signal).then((result) => result && setFound(result)), pauseMs)
    return () => { clearTimeout(timer); stop.abort() }
  }, [query])
  const shown = query.length < 2 ? undefined : found
  const relations = shown && 'relations' in shown ? shown.relations : []
  const open = () => { if (relations[0]) router.push(cardOf(relations[0].id)) }
  return (
    <form className="kring-search" role="search" onSubmit={(event) => { event.preventDefault(); open() }}>
      <input type="search" autoFocus aria-label={t.search} placeholder={`${t.search}: ${t.searchHint.toLowerCase()}`} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {relations.length > 0 && (
        <ul>{relations.map((one) => <li key={one.id}><a href={cardOf(one.id)}>{one.name}<span>{one.town}</span><span>{one.number}</span></a></li>)}</ul>
      )}
      {shown && relations.length === 0 && <p role="status">{'failed' in shown ? t.failed : t.nobody}</p>}
    </form>
  )
}

/** Undefined when a newer question overtook this one. */
async function find(query: string, signal: AbortSignal): Promise<Found | undefined> {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { credentials: 'same-origin', signal })
    return response.ok ? { query, relations: (await response.json()) as readonly FoundRelation[] } : { query, failed: true }
  } catch (error) {
    if (signal.aborted) return undefined
    if (error instanceof TypeError) return { query, failed: true }
    throw error
  }
}

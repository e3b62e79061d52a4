'use client'
import { useEffect, useRef, useState } from 'react'
import type { DueList } from '../../src/operations/dueList'
import type { CollectingSort } from '../../src/store/collectingList'

export type DueQuery = { readonly search: string; readonly source: string; readonly sort: CollectingSort; readonly order: 'asc' | 'desc'; readonly page: number }

const firstQuery: DueQuery = { search: '', source: '', sort: 'date', order: 'asc', page: 1 }
const typingMs = 250

/** The page that was asked for last; answers that come late are left unseen. */
export function useDueList({ creditor, until, first, failed }: { readonly creditor: number; readonly until: string; readonly first: DueList; readonly failed: string }) {
  const [query, setQuery] = useState(firstQuery)
  const [list, setList] = useState(first)
  const [problem, setProblem] = useState<string>()
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return undefined
    }
    const stop = new AbortController()
    const timer = setTimeout(() => void load(), typingMs)
    const load = async () => {
      const given = Object.entries({ creditor, until, ...query }).filter(([, value]) => value !== '').map(([name, value]): [string, string] => [name, String(value)])
      try {
        const response = await fetch(`/api/debit-instructions/due?${new URLSearchParams(given)}`, { credentials: 'same-origin', signal: stop.signal })
        if (!response.ok) return setProblem(failed)
        setList(await response.json() as DueList)
        setProblem(undefined)
      } catch (error) {
        if (!stop.signal.aborted) setProblem(error instanceof TypeError ? failed : String(error))
      }
    }
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [creditor, until, query, failed])
  return { list, query, problem, ask: (change: Partial<Omit<DueQuery, never>> & { readonly source?: string }) => setQuery({ ...query, ...change }) }
}

'use client'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { Tree } from 'react-arborist'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { OrganTree } from '../../src/operations/organTree'
import { Empty } from '../parts/Empty'
import { Notice } from '../parts/Notice'
import { addressOf } from './address'
import { branchesOf, openAtFirst, topId, type Branch } from './branches'
import { texts } from './texts'
import { TreeRow } from './TreeRow'
import { useTree } from './useTree'

type Props = { readonly organisation: number; readonly organ: number | undefined; readonly date: LocalDate; readonly today: LocalDate; readonly tab: string | undefined; readonly language: Language }

const [rowHeight, mostRows] = [32, 20]

/** The tree of the day with its search box; arrows walk through it, Enter chooses. */
export const TreePanel = (props: Props) => {
  const t = texts[props.language]
  const answer = useTree(props.organisation, props.date, props.language)
  const [typed, setTyped] = useState('')
  return (
    <aside className="kring-tree" aria-label={t.tree}>
      <label>{t.search}<input type="search" placeholder={t.searchHint} value={typed} onChange={(event) => setTyped(event.target.value)} /></label>
      {!answer && <p role="status">{t.loading}</p>}
      {answer && !answer.ok && <Notice tone="wrong">{answer.message}</Notice>}
      {answer?.ok && <Organs key={`${props.organisation} ${props.date}`} {...props} tree={answer.data} search={typed.trim().toLowerCase()} />}
    </aside>
  )
}

const matches = ({ title, code, id }: Branch, search: string): boolean => id !== topId && `${title} ${code ?? ''}`.toLowerCase().includes(search)

const Organs = ({ tree, search, organ, date, today, tab, language }: Props & { readonly tree: OrganTree; readonly search: string }) => {
  const t = texts[language]
  const router = useRouter()
  const top = useMemo(() => branchesOf(tree, language), [tree, language])
  const [openFirst] = useState(() => ({ ...openAtFirst(tree, organ) }))
  const given = { organisation: tree.organisation.id, date: date === today ? undefined : date }
  const choose = (id: string) => router.push(addressOf({ ...given, organ: id === topId ? undefined : Number(id), tab }))
  const isFound = search === '' || tree.nodes.some(({ title, code }) => `${title} ${code ?? ''}`.toLowerCase().includes(search))
  return (
    <>
      {tree.nodes.length === 0 && <Empty>{t.noOrgans}</Empty>}
      {!isFound && <p role="status">{t.noneFound}</p>}
      <Tree<Branch> aria-label={t.tree} data={[top]} childrenAccessor={({ children }) => [...children]} width="100%" height={Math.min(mostRows, tree.nodes.length + 1) * rowHeight} rowHeight={rowHeight} indent={18}
        openByDefault={false} initialOpenState={openFirst} selection={organ === undefined ? topId : String(organ)} searchTerm={search} searchMatch={(node, term) => matches(node.data, term)}
        disableDrag disableDrop disableEdit disableMultiSelection onActivate={(node) => choose(node.id)}>
        {TreeRow}
      </Tree>
      {tree.upcoming.length > 0 && (
        <section>
          <h2>{t.upcoming}</h2>
          <ul>{tree.upcoming.map(({ id, title, startDate }) => (
            <li key={id}><a href={addressOf({ organisation: tree.organisation.id, organ: id, date: startDate })}>{title}</a> {formatDate(startDate, language)}</li>
          ))}</ul>
        </section>
      )}
    </>
  )
}

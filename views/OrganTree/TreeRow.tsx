'use client'
import type { NodeRendererProps } from 'react-arborist'
import type { Branch } from './branches'
import { counted, texts } from './texts'

/** An organ in the tree: its sign to open it, its title, a mark where something is planned, and its members. */
export const TreeRow = ({ node, style }: NodeRendererProps<Branch>) => {
  const { title, code, members, hasPlanned, language, children } = node.data
  const t = texts[language]
  return (
    <div style={style} className={`kring-tree-row ${node.isSelected ? 'chosen' : ''}`} data-organ={node.id}>
      {children.length > 0 ? (
        <button type="button" tabIndex={-1} aria-label={`${node.isOpen ? t.close : t.open}: ${title}`} onClick={(event) => { event.stopPropagation(); node.toggle() }}>{node.isOpen ? '▾' : '▸'}</button>
      ) : <i aria-hidden="true" />}
      <span className="title" title={code ? `${title} (${code})` : title}>{title}</span>
      {hasPlanned && <span className="kring-status new" title={t.hasPlanned}><span className="kring-hidden">{t.hasPlanned}</span></span>}
      <span className="count">{counted(members, language)}</span>
    </div>
  )
}

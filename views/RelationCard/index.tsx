import type { ReactNode } from 'react'
import { mayDo, type CollectionName } from '../../src/access/rights'
import { noteCardOpened } from '../../src/operations/noteCardOpened'
import type { Relation } from '../../src/payload-types'
import { documentView, type DocumentScreen } from '../adminView'
import { DataTab } from './DataTab'
import { FunctionsTab } from './FunctionsTab'
import { HistoryTab } from './HistoryTab'
import { MembershipsTab } from './MembershipsTab'
import { MoneyTab } from './MoneyTab'
import { SubscriptionsTab } from './SubscriptionsTab'
import { texts } from './texts'

type Tab = { readonly needs: CollectionName; readonly Body: (screen: DocumentScreen & { readonly relation: Relation }) => Promise<ReactNode> | ReactNode }

const tabs = {
  data: { needs: 'relations', Body: DataTab },
  functions: { needs: 'functions', Body: FunctionsTab },
  memberships: { needs: 'memberships', Body: MembershipsTab },
  subscriptions: { needs: 'subscriptions', Body: SubscriptionsTab },
  money: { needs: 'invoices', Body: MoneyTab },
  history: { needs: 'relations', Body: HistoryTab },
} as const satisfies Record<string, Tab>

type TabName = keyof typeof tabs

/** The relation card: everything about one relation, a tab for each side of it, and only the tabs that the reader has a right to. */
export const RelationCard = documentView('relationCard', async (screen: DocumentScreen) => {
  const { req, id, language, roles, query } = screen
  const relation = await req.payload.findByID({ collection: 'relations', id, depth: 0, req, overrideAccess: false })
  await noteCardOpened(req, id)
  const shown = (Object.keys(tabs) as TabName[]).filter((name) => mayDo(roles, tabs[name].needs, 'read'))
  const current = shown.find((name) => name === query.tab) ?? 'data'
  const body = await tabs[current].Body({ ...screen, relation })
  const t = texts[language]
  return (
    <>
      <nav className="kring-tabs" aria-label={t.card}>
        {shown.map((name) => <a key={name} href={`?tab=${name}`} aria-current={name === current ? 'page' : undefined}>{t[name]}</a>)}
      </nav>
      {body}
    </>
  )
})

import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, DocumentViewServerProps, PayloadRequest, StaticLabel } from 'payload'
import type { ComponentType, ReactNode } from 'react'
import { viewRights, type Role, type ViewName } from '../src/access/rights'
import { rolesOf } from '../src/access/rolesOf'
import type { LocalDate } from '../src/domain/localDate'
import { languageOf, text, type Language } from '../src/i18n/text'
import { businessDate } from '../src/store/businessDate'

/** What every screen of Kring is given: who asks, in which language, on which day, and the query of the address. */
export type Screen = {
  readonly req: PayloadRequest
  readonly language: Language
  readonly today: LocalDate
  readonly roles: readonly Role[]
  readonly query: Readonly<Record<string, string | undefined>>
}

export type DocumentScreen = Screen & { readonly id: number }

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

async function screenFor(req: PayloadRequest, searchParams: AdminViewServerProps['searchParams']): Promise<Screen> {
  const query = Object.fromEntries(Object.entries(searchParams ?? {}).map(([key, value]) => [key, single(value)]))
  return { req, language: languageOf(req.i18n.language), today: businessDate(req), roles: await rolesOf(req), query }
}

const isAllowed = (name: ViewName, { roles }: Screen): boolean => (viewRights[name] as readonly Role[]).some((role) => roles.includes(role))

/**
 * A screen of its own in the admin, behind its row in the table of rights. Payload leaves such screens open to
 * everybody, so no screen is made without this.
 */
export const adminView = (name: ViewName, Body: (screen: Screen) => Promise<ReactNode>): ComponentType<AdminViewServerProps> => {
  const View = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
    const { req, permissions, visibleEntities, locale } = initPageResult
    if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(req.pathname ?? '/admin')}`)
    const screen = await screenFor(req, searchParams)
    if (!isAllowed(name, screen)) redirect('/admin')
    const body = <Gutter className="kring-screen">{await Body(screen)}</Gutter>
    // Payload frames its own dashboard already.
    return name === 'dashboard' ? body : (
      <DefaultTemplate i18n={req.i18n} locale={locale} params={params} payload={req.payload} permissions={permissions} req={req}
        searchParams={searchParams} user={req.user} visibleEntities={visibleEntities}>
        {body}
      </DefaultTemplate>
    )
  }
  return View as unknown as ComponentType<AdminViewServerProps>
}

/** A tab of a document, behind its row in the table of rights. */
export const documentView = (name: ViewName, Body: (screen: DocumentScreen) => Promise<ReactNode>): ComponentType<DocumentViewServerProps> => {
  const View = async ({ doc, initPageResult, searchParams }: DocumentViewServerProps) => {
    const screen = await screenFor(initPageResult.req, searchParams)
    const { collectionConfig } = initPageResult
    const known = doc as typeof doc | null
    const body = isAllowed(name, screen) && known ? await Body({ ...screen, id: Number(known.id) }) : <p className="kring-notice wrong">{text(screen.language, known ? 'NOT_ALLOWED' : 'DOCUMENT_GONE')}</p>
    const title = known?.[collectionConfig?.admin.useAsTitle ?? 'id'] ?? ''
    return (
      <Gutter className="kring-screen">
        {collectionConfig && <SetStepNav nav={[{ label: collectionConfig.labels.plural as StaticLabel, url: `/admin/collections/${collectionConfig.slug}` }, { label: String(title) }]} />}
        {body}
      </Gutter>
    )
  }
  return View as unknown as ComponentType<DocumentViewServerProps>
}

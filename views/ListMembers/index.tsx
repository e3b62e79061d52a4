import { listMembers } from '../../src/operations/listMembers'
import { documentView, type DocumentScreen } from '../adminView'
import { Empty } from '../parts/Empty'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** Who is on a relation list today: how many, and a page of them to search in. */
export const ListMembers = documentView('listMembers', async ({ req, id, language, query }: DocumentScreen) => {
  const t = texts[language]
  const search = (query.search ?? '').slice(0, 100)
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1))
  const found = await listMembers(req, { list: id, search, page })
  if (!found) return <Empty>{t.gone}</Empty>
  const { sentence, members, count, pages, isTooLarge, mistakes } = found
  const counted = filled(search ? t.found : count === 1 ? t.one : t.many, { count: count.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB') })
  const href = (to: number) => `?${new URLSearchParams({ ...(search && { search }), page: String(to) })}`
  return (
    <>
      {sentence && <p className="kring-lead">{sentence}.</p>}
      {mistakes.length > 0 ? (
        <Notice tone="wrong"><p>{t.wrong}</p>{mistakes.map((mistake) => <p key={mistake}>{mistake}</p>)}<a href={`/admin/collections/relation-lists/${id}`}>{t.edit}</a></Notice>
      ) : (
        <>
          <form className="kring-bar" role="search">
            <label>{t.search}<input type="search" name="search" maxLength={100} defaultValue={search} placeholder={t.hint} /></label>
            <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.find}</button>
            <strong role="status">{counted}</strong>
          </form>
          {isTooLarge ? <Notice tone="plain">{t.tooLarge} <a href={`/admin/collections/relation-lists/${id}`}>{t.edit}</a></Notice> : (
            <Table name="listMembers" rows={members} keyOf={(row) => row.id} empty={search ? t.nobodyFound : t.empty} columns={[
              { title: t.name, render: (row) => <a href={`/admin/collections/relations/${row.id}/card`}>{row.name}</a> },
              { title: t.number, isNumber: true, render: (row) => row.number },
              { title: t.town, render: (row) => row.town },
              { title: t.type, render: (row) => t[row.type] },
              { title: t.status, render: (row) => t[row.status] },
            ]} />
          )}
          {!isTooLarge && <Pages page={page} pages={pages} href={href} language={language} />}
        </>
      )}
    </>
  )
})

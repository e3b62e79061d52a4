import type { ReactNode } from 'react'
import { Empty } from './Empty'

/** Where a click on the head leads to, and how the rows are sorted by it now. */
export type Sort = { readonly href: string; readonly direction: 'ascending' | 'descending' | undefined }
export type Column<Row> = { readonly title: string; readonly isNumber?: boolean; readonly sort?: Sort | undefined; readonly render: (row: Row) => ReactNode }

type Props<Row> = { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly keyOf: (row: Row) => number | string; readonly empty: ReactNode; readonly name?: string }

/** A plain table of rows, or what to do where there are none. */
export const Table = <Row,>({ columns, rows, keyOf, empty, name }: Props<Row>) => (rows.length === 0 ? <Empty>{empty}</Empty> : (
  <div className="kring-scroll"><table className="kring-table" data-list={name}>
    <thead><tr>{columns.map(({ title, isNumber, sort }) => (
      <th key={title} className={isNumber ? 'number' : undefined} aria-sort={sort?.direction}>
        {sort ? <a href={sort.href}>{title}{sort.direction && <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>}</a> : title}
      </th>
    ))}</tr></thead>
    <tbody>{rows.map((row) => (
      <tr key={keyOf(row)}>{columns.map(({ title, isNumber, render }) => <td key={title} className={isNumber ? 'number' : undefined}>{render(row)}</td>)}</tr>
    ))}</tbody>
  </table></div>
))

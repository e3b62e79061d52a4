import type { Sort } from '../parts/Table'
import { address, path, type Asked } from './address'

type SearchProps = { readonly asked: Asked; readonly search: string; readonly label: string; readonly hint: string; readonly button: string }

/** Looks for a name within what the address asks already. */
export const SearchBar = ({ asked, search, label, hint, button }: SearchProps) => (
  <form className="kring-bar" action={path} role="search">
    {Object.entries(asked).map(([name, value]) => (value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />))}
    <label>{label}<input type="search" name="search" defaultValue={search} placeholder={hint} /></label>
    <button className="btn btn--style-secondary btn--size-medium" type="submit">{button}</button>
  </form>
)

/** A click sorts by the column, and a second one the other way round. */
export const sortBy = (asked: Asked, sort: string) => (column: string): Sort => ({
  href: address({ ...asked, sort: sort === column ? `-${column}` : column }),
  direction: sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined,
})

const linesPerPage = 25

/** One page of rows that are all at hand; a page beyond the last is the last. */
export function pageOf<Row>(rows: readonly Row[], asked: number): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / linesPerPage))
  const page = Math.min(asked, pages)
  return { rows: rows.slice((page - 1) * linesPerPage, page * linesPerPage), page, pages }
}

/** The page in an address, at least the first. */
export const pageAsked = (text: string | undefined): number => Math.min(1_000_000, Math.max(1, Math.trunc(Number(text ?? 1)) || 1))

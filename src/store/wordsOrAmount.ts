import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { parseEuro } from '../domain/money'
import { everyWord } from './wordSearch'

const looksLikeEuros = /^€?(\d+|\d{1,3}(\.\d{3})+)([.,]\d{1,2})?$/
const mostDigits = 12

/** Every word that was typed occurs in one of the columns, or is the amount as people write it: 25, 25,00 or 1.234,50, whatever its sign. */
export function wordsOrAmount(search: string | undefined, columns: readonly SQL[], amountCents: SQL): SQL {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return sql`true`
  return sql.join(words.map((word) => {
    const found = everyWord(word, columns)
    const amount = amountIn(word)
    return amount === undefined ? found : sql`(${found} or abs(${amountCents}) = ${amount})`
  }), sql` and `)
}

/** The cents of a word that is an amount; a group of thousands without cents is too little to go by. */
function amountIn(word: string): number | undefined {
  if (!looksLikeEuros.test(word) || word.length > mostDigits || /^€?\d{1,3}\.\d{3}$/.test(word)) return undefined
  return parseEuro(word)
}

import type { UIFieldServerProps } from 'payload'
import { mayDo } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { languageOf } from '../../src/i18n/text'
import { bankLinesBehind } from '../../src/store/bankLineTraces'
import { readConnection } from '../../src/store/transaction'

const texts = {
  nl: { title: 'Op de bank', none: 'Nog niets bij- of afgeschreven.' },
  en: { title: 'At the bank', none: 'Nothing was credited or debited yet.' },
} as const

/** By which bank lines the money of a debit or a pledge came and went back; a link for who may open them. */
export const BankLinesField = async ({ collectionSlug, id, req }: UIFieldServerProps) => {
  if (id === undefined) return null
  const language = languageOf(req.i18n.language)
  const t = texts[language]
  const traces = await bankLinesBehind(readConnection(req), collectionSlug === 'pledges' ? { pledge: Number(id) } : { instruction: Number(id) })
  const maySee = mayDo(await rolesOf(req), 'bank-transactions', 'read')
  return (
    <div className="field-type kring-traces">
      <p className="field-label">{t.title}</p>
      {traces.length === 0 ? <p className="kring-hint">{t.none}</p> : <ul>{traces.map(({ line, date, amountCents }) => {
        const words = `${formatDate(date, language)}: ${formatEuro(amountCents, language)}`
        return <li key={line}>{maySee ? <a href={`/admin/collections/bank-transactions/${line}/overview`}>{words}</a> : words}</li>
      })}</ul>}
    </div>
  )
}

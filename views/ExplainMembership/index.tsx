import { DomainError } from '../../src/domain/domainError'
import { textOf } from '../../src/i18n/text'
import { explainInWords, type MembershipInWords } from '../../src/operations/explainInWords'
import { organChoices, typeChoices } from '../../src/store/explainedPlace'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Empty } from '../parts/Empty'
import { Notice } from '../parts/Notice'
import { Answer } from './Answer'
import { askedIn, type Asked } from './asked'
import { Question } from './Question'
import { texts } from './texts'

/** Why a relation is or is not a member of an organ on a day: the answer on top, and below it every rule on the way. */
export const ExplainMembership = documentView('explainMembership', async (screen: DocumentScreen) => {
  const { req, id, language, today } = screen
  const t = texts[language]
  const { displayName } = await req.payload.findByID({ collection: 'relations', id, depth: 0, req, overrideAccess: false })
  const tx = readConnection(req)
  const types = await typeChoices(tx)
  const asked = await askedIn(screen, types)
  if (!asked) return <><h1>{t.title}</h1><Empty>{t.noTypes} <a href="/admin/collections/membership-types/create">{t.addType}</a></Empty></>
  const answer = await answerTo(screen, asked)
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{displayName} · <a href={`/admin/collections/relations/${id}/card?tab=memberships`}>{t.back}</a></p>
      <Question key={`${asked.type.id} ${asked.organ} ${asked.date}`} types={types} organs={await organChoices(tx)} type={asked.type.id} organ={asked.organ} date={asked.date} today={today} language={language} />
      {'refused' in answer ? <Notice tone="wrong">{answer.refused}</Notice> : <Answer answer={answer} language={language} />}
    </>
  )
})

async function answerTo({ req, id, language, today }: DocumentScreen, { organ, type, date }: Asked): Promise<MembershipInWords | { readonly refused: string }> {
  try {
    return await explainInWords(req, { relation: id, organ, membershipType: type.id, date, today })
  } catch (error) {
    if (error instanceof DomainError) return { refused: textOf(language, error) }
    throw error
  }
}

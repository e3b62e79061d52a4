import { toldBookings } from '../../src/operations/bankWorkPage'
import { bankLineHead, detailsOfLine, moneyOfLine, twinsOfLine } from '../../src/store/bankLineOverview'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { StatusWord } from '../parts/StatusWord'
import { Bookings } from './Bookings'
import { Details } from './Details'
import { Money } from './Money'
import { texts } from './texts'
import { Told } from './Told'
import { UndoBooking } from './UndoBooking'

/** A bank line: what the bank told, what it was booked as, by whom and why, what came of it, and what was undone. */
export const BankLine = documentView('bankLine', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await bankLineHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const bookings = (await toldBookings(req, [id])).get(id) ?? []
  const twins = await twinsOfLine(tx, id)
  const details = await detailsOfLine(tx, id)
  const mayBook = roles.includes('finance')
  return (
    <>
      <p className="kring-lead"><StatusWord status={head.status} language={language} />{' · '}<a href={`/admin/collections/bank-statements/${head.statement.id}/lines`}>{head.statement.title}</a>{' · '}<a href={`/admin/collections/bank-imports/${head.file.id}/overview`}>{head.file.name}</a></p>
      <Figures>
        <Figure label={t.amount}><Amount cents={head.amountCents} language={language} /></Figure>
        <Figure label={t.bookingDate}><Day date={head.bookingDate} language={language} /></Figure>
        <Figure label={t.valueDate}><Day date={head.valueDate} language={language} /></Figure>
      </Figures>
      {head.status === 'open' && <p><a href={`/admin/bank?tab=all&statement=${head.statement.id}#regels`}>{t.toWork}</a></p>}
      {head.isByHand && head.status === 'open' && <p className="kring-hint">{t.byHand}</p>}
      {twins.map((twin) => <p key={twin.id}><a href={`/admin/collections/bank-transactions/${twin.id}/overview`}>{filled(t.twin, { file: twin.fileName })}</a> <StatusWord status={twin.status} language={language} /></p>)}
      <Bookings bookings={bookings} language={language} />
      {mayBook && head.status === 'processed' && <UndoBooking line={id} language={language} />}
      <Money money={await moneyOfLine(tx, id)} roles={roles} language={language} />
      {details.length > 0 && <Details details={details} language={language} />}
      <Told told={head.told} language={language} />
    </>
  )
})

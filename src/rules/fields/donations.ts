import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../../domain/localDate'
import { cents, formatEuro } from '../../domain/money'
import { dateValue, describeDate, isInOrder } from '../dateValue'
import type { DonationFacts, RelationFacts } from '../facts'
import { operator, type Field, type Input, type Labels, type Language } from '../field'
import { groupWords, operatorWords } from '../words'
import { column } from './column'
import { countedDonations, isCounted, turningDonations, type Period } from './donationPeriod'

/** What is reckoned about donations, and the form of what a rule asks about it. */
type Measure<Asked extends Period> = {
  readonly key: string
  readonly label: Labels
  readonly input: Input
  readonly schema: (least: number) => z.ZodType<Asked>
  readonly amountIn: (asked: Asked) => number
  readonly total: (donations: readonly DonationFacts[]) => number
  readonly totalSql: SQL
  readonly inWords: (amount: number, language: Language) => string
}

const period = { from: dateValue.optional(), to: dateValue.optional() }
const inOrder = ({ from, to }: Period): boolean => from === undefined || to === undefined || isInOrder(from, to)

function donationsField<Asked extends Period>({ key, label, input, schema, amountIn, total, totalSql, inWords }: Measure<Asked>): Field {
  const actual = (asked: Period, facts: RelationFacts, date: LocalDate): number => total(countedDonations(facts, asked, date))
  /** Every gift is of one cent at least, so that whoever gave at all has reached 1; more is added up for all donors at once. */
  const reaches = (asked: Asked, amount: number, { relationAlias, date }: { readonly relationAlias: string; readonly date: LocalDate }): SQL => {
    const [id, counted] = [column(relationAlias, 'id'), isCounted(asked, date)]
    return amount === 1
      ? sql`exists (select from donations d where d.donor_id = ${id} and ${counted})`
      : sql`${id} in (select d.donor_id from donations d where d.donor_id is not null and ${counted} group by d.donor_id having ${totalSql} >= ${amount}::bigint)`
  }
  const describe = (words: Labels, asked: Asked, language: Language): string =>
    `${words[language]} ${inWords(amountIn(asked), language)}${periodInWords(asked, language)}`
  return {
    key,
    label,
    group: groupWords.donations,
    actual: (facts, date) => actual({}, facts, date),
    operators: {
      atLeast: operator(schema(1), {
        label: operatorWords.atLeast,
        input,
        compile: (asked, scope) => reaches(asked, amountIn(asked), scope),
        holds: (asked, facts, date) => actual(asked, facts, date) >= amountIn(asked),
        describe: (asked, language) => describe({ nl: 'gaf minstens', en: 'gave at least' }, asked, language),
        turning: turningDonations,
        actual,
      }),
      atMost: operator(schema(0), {
        label: operatorWords.atMost,
        input,
        compile: (asked, scope) => sql`not (${reaches(asked, amountIn(asked) + 1, scope)})`,
        holds: (asked, facts, date) => actual(asked, facts, date) <= amountIn(asked),
        describe: (asked, language) => describe({ nl: 'gaf hoogstens', en: 'gave at most' }, asked, language),
        turning: turningDonations,
        actual,
      }),
    },
  }
}

function periodInWords({ from, to }: Period, language: Language): string {
  const since = from === undefined ? '' : ` ${{ nl: 'vanaf', en: 'from' }[language]} ${describeDate(from, language)}`
  return to === undefined ? since : `${since} ${{ nl: 'tot en met', en: 'up to and including' }[language]} ${describeDate(to, language)}`
}

/** How often, and how much, somebody gave in a period; what was taken back is not counted. */
export const donationFields: readonly Field[] = [
  donationsField({
    key: 'donations.count', label: { nl: 'Aantal donaties', en: 'Number of donations' }, input: 'countInPeriod',
    schema: (least) => z.strictObject({ count: z.int().min(least).max(1_000_000), ...period }).refine(inOrder, 'RULE_RANGE_REVERSED'),
    amountIn: ({ count }) => count,
    total: (donations) => donations.length,
    totalSql: sql`count(*)`,
    inWords: (amount, language) => `${amount} ${{ nl: 'keer', en: amount === 1 ? 'time' : 'times' }[language]}`,
  }),
  donationsField({
    key: 'donations.sum', label: { nl: 'Bedrag aan donaties', en: 'Amount of donations' }, input: 'amountInPeriod',
    schema: (least) => z.strictObject({ cents: z.int().min(least).max(99_999_999_999), ...period }).refine(inOrder, 'RULE_RANGE_REVERSED'),
    amountIn: (asked) => asked.cents,
    total: (donations) => donations.reduce((sum, { amountCents }) => sum + amountCents, 0),
    totalSql: sql`sum(d.amount_cents)`,
    inWords: (amount, language) => formatEuro(cents(amount), language),
  }),
]

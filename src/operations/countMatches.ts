import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { languageOf, textOf } from '../i18n/text'
import { describeRule } from '../rules/describeRule'
import type { RuleMistake } from '../rules/ruleError'
import { countMatching, type Matches } from '../store/ruleMatches'
import { inTransaction } from '../store/transaction'
import { closedFieldsFor } from './closedFieldsFor'
import { readRule } from './readRule'

/** One mistake in a rule for whoever writes it: where, and what is wrong in words. */
export type RuleSentence = { readonly path: RuleMistake['path']; readonly sentence: string }

/** Of a rule with mistakes nothing is counted; a rule with mistakes of form has no sentence either. */
export type CountedMatches = Matches & { readonly sentence: string; readonly mistakes: readonly RuleSentence[] }

/**
 * How many relations meet a rule as it is being written, who comes first by name, and the rule in words. It only reads.
 * A field that is closed to whoever asks is a mistake like any other.
 * @throws the database's own refusal (DB_TOO_SLOW) when counting takes longer than five seconds
 */
export async function countMatches(req: PayloadRequest, { criteria, date }: { readonly criteria: unknown; readonly date: LocalDate }): Promise<CountedMatches> {
  const language = languageOf(req.i18n.language)
  const closed = await closedFieldsFor(req)
  return inTransaction(req, async (tx) => {
    const { rule, asked, known, mistakes } = await readRule(tx, criteria, closed)
    return {
      ...(asked ? await countMatching(tx, asked, date) : { count: 0, sample: [] }),
      sentence: rule ? describeRule(rule, language, known) : '',
      mistakes: mistakes.map((mistake) => ({ path: mistake.path, sentence: textOf(language, mistake) })),
    }
  })
}

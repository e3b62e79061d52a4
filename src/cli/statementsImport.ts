import { basename } from 'node:path'
import { createLocalReq } from 'payload'
import { takeBankFiles, type FileOutcome } from '../operations/takeBankFiles'
import type { ImportedStatement } from '../operations/importBankFile'
import { textOf } from '../i18n/text'
import { withPayload } from './connection'
import { dateOr, readOptions } from './options'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'
import { opened } from './statementsInspect'

/** Imports bank files, or zips of them, and books what is recognised, as the button does. Exit code 1 when any of them is refused. */
export async function statementsImport(args: string[], out: Output): Promise<number> {
  const files = readOptions(args, {})?.positionals ?? []
  if (files.length === 0) return usage('kring statements import FILE… [--json]')
  return refusable(async () => {
    const today = dateOr(undefined)
    for (const file of files) await (await opened(file)).close()
    const outcomes = await withPayload(async (payload) => {
      const done: FileOutcome[] = []
      for (const path of files) done.push(...await takeBankFiles(await createLocalReq({ context: { today } }, payload), { name: basename(path), path, today }))
      return done
    })
    const [only] = outcomes
    if (outcomes.length === 1 && only && 'refusal' in only) throw only.refusal
    out.result(outcomes.map(toJson), () => outcomes.map(inWords).join('\n'))
    return outcomes.some((outcome) => 'refusal' in outcome) ? exitCode.refused : exitCode.ok
  })
}

const toJson = (outcome: FileOutcome) => ('refusal' in outcome ? { name: outcome.name, refusal: { code: outcome.refusal.code, ...outcome.refusal.params } } : outcome)

function inWords(outcome: FileOutcome): string {
  if ('refusal' in outcome) return `${outcome.name}  ${textOf('nl', outcome.refusal)} / ${textOf('en', outcome.refusal)}`
  if ('report' in outcome) return `${outcome.name}  pain.002: ${outcome.report.refused} geweigerd / refused, ${outcome.report.conflicts} om naar te kijken / to look at`
  const { statements, details, matched } = outcome.statements
  return [...statements.map(statementInWords), ...(details > 0 ? [`${details} specificaties / details`] : []), recognised(matched)].map((line) => `${outcome.name}  ${line}`).join('\n')
}

const statementInWords = ({ iban, lines, newLines, hold }: ImportedStatement): string => `${iban}  ${lines} regels, ${newLines} nieuw / lines, new  ${verdicts[hold]}`

const verdicts: Readonly<Record<ImportedStatement['hold'], string>> = {
  none: 'sluit aan / balanced',
  unbalanced: 'SLUIT NIET, wacht op bevestiging / NOT BALANCED, waits for confirmation',
  gap: 'SLUIT NIET AAN op het vorige, wacht op bevestiging / DOES NOT FOLLOW ON, waits for confirmation',
}

const recognised = (matched: object): string => Object.entries(matched).map(([kind, count]) => `${kind} ${count}`).join(', ')

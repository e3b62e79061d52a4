import { basename } from 'node:path'
import { createLocalReq } from 'payload'
import { decodeXml } from '../formats/xmlEncoding'
import { importBankFile, textFile, type ImportedStatement } from '../operations/importBankFile'
import { withPayload } from './connection'
import { dateOr, readOptions } from './options'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'
import { bytesOf } from './statementsInspect'

/** Imports a bank file and books what is recognised, as the button does. */
export async function statementsImport(args: string[], out: Output): Promise<number> {
  const [file, ...others] = readOptions(args, {})?.positionals ?? []
  if (file === undefined || others.length > 0) return usage('kring statements import FILE [--json]')
  return refusable(async () => {
    const text = decodeXml(await bytesOf(file))
    const today = dateOr(undefined)
    const done = await withPayload(async (payload) => importBankFile(await createLocalReq({ context: { today } }, payload), textFile(basename(file), text, today)))
    out.result(done, () => [...done.statements.map(inWords), recognised(done.matched)].join('\n'))
    return exitCode.ok
  })
}

const inWords = ({ iban, lines, newLines, hold }: ImportedStatement): string => `${iban}  ${lines} regels, ${newLines} nieuw / lines, new  ${verdicts[hold]}`

const verdicts: Readonly<Record<ImportedStatement['hold'], string>> = {
  none: 'sluit aan / balanced',
  unbalanced: 'SLUIT NIET, wacht op bevestiging / NOT BALANCED, waits for confirmation',
  gap: 'SLUIT NIET AAN op het vorige, wacht op bevestiging / DOES NOT FOLLOW ON, waits for confirmation',
}

const recognised = (matched: object): string => Object.entries(matched).map(([kind, count]) => `${kind} ${count}`).join(', ')

import { textOf } from '../i18n/text'
import { ClearError, sentenceOf } from '../runtime/clearError'
import { refusalOfDatabase } from '../store/databaseErrors'
import { createOutput, type Output } from './output'
import { exitCode } from './refusal'

type Command = (args: string[], out: Output) => Promise<number>
type Entry = { readonly words: string; readonly does: string; readonly load: () => Promise<Command> }

/** Every command; each is loaded when it is used, so that those without a database start at once. */
const entries: readonly Entry[] = [
  { words: 'doctor', does: 'kijkt of alles werkt / checks that all is well', load: async () => (await import('./doctor')).doctor },
  { words: 'evaluate', does: 'bepaalt de lidmaatschappen / evaluates memberships', load: async () => (await import('./evaluate')).evaluate },
  { words: 'plan', does: 'spreidt een bedrag / spreads an amount', load: async () => (await import('./plan')).plan },
  { words: 'statements inspect', does: 'toont een bankbestand / shows a bank file', load: async () => (await import('./statementsInspect')).statementsInspect },
  { words: 'statements import', does: 'boekt een bankbestand / books a bank file', load: async () => (await import('./statementsImport')).statementsImport },
  { words: 'batches create', does: 'maakt incassobatches / makes debit batches', load: async () => (await import('./batches')).batchesCreate },
  { words: 'batches file', does: 'geeft het bestand van een batch / hands out the file of a batch', load: async () => (await import('./batches')).batchesFile },
  { words: 'seed', does: 'vult een grote proefvereniging / fills a large trial association', load: async () => (await import('./seed')).seed },
  { words: 'bench', does: 'meet / measures', load: async () => (await import('./bench')).bench },
]

const overview = `kring [--json] OPDRACHT / COMMAND\n\n${entries.map(({ words, does }) => `  ${words.padEnd(20)}${does}`).join('\n')}\n`

/** Finds the command and runs it. Exit code 0 when done, 1 when refused or failed, 2 when not understood. */
async function kring(given: readonly string[]): Promise<number> {
  const args = given.filter((argument) => argument !== '--json')
  const entry = entries.find(({ words }) => words === args.slice(0, words.split(' ').length).join(' '))
  if (entry) return (await entry.load())(args.slice(entry.words.split(' ').length), createOutput(args.length < given.length))
  const wantsHelp = ['help', '--help', '-h'].includes(args[0] ?? '')
  if (!wantsHelp && args.length > 0) process.stderr.write(`Onbekend / unknown: ${args.slice(0, 2).join(' ')}\n\n`)
  ;(wantsHelp ? process.stdout : process.stderr).write(overview)
  return wantsHelp ? exitCode.ok : exitCode.usage
}

/** A rule that the database held is told in words; the values of a query never reach the terminal. */
async function fail(error: unknown): Promise<never> {
  // Loaded only here: the logger takes its level from the environment, which a command may still set.
  const { serialiseError } = await import('../runtime/logger')
  const refusal = refusalOfDatabase(error)
  const sentences = refusal
    ? ['nl', 'en'].map((language) => textOf(language, { ...refusal, params: {} })).join('\n')
    : sentenceOf(error instanceof ClearError ? error : new Error(serialiseError(error).message))
  process.stderr.write(`${sentences}\n`)
  process.exit(exitCode.refused)
}

// Payload and the queue keep connections that only the end of the process lets go.
kring(process.argv.slice(2)).then((code) => process.exit(code), fail)

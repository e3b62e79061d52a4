import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { buildArguments, needsBuild, sourceHash, stampBuild } from './appBuild'
import { sentenceOf } from './clearError'
import { projectRoot } from './settings'
import { type Count, isGood, sumCounts } from './testCounts'
import { endTools, runTests, runTool, toolFile } from './testTools'

type Stage = { readonly name: string; readonly run: () => Promise<Count> }

const one = (code: number | null): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const types: Stage = { name: 'types', run: async () => one(await runTool([toolFile('typescript/bin/tsc'), '--noEmit'], true)) }
const lint: Stage = { name: 'lint', run: async () => one(await runTool([toolFile('oxlint/bin/oxlint'), '--deny-warnings'], true)) }
const fast: Stage = { name: 'fast', run: () => runTests('fast') }
const int: Stage = { name: 'int', run: () => runTests('int') }
const changed: Stage = { name: 'changed', run: () => (existsSync(join(projectRoot, '.git')) ? runTests('int', ['--changed']) : int.run()) }
const e2e: Stage = { name: 'e2e', run: testInBrowser }

/** The browser tests look at the built website; a website that cannot be built is one failure. */
async function testInBrowser(): Promise<Count> {
  if (globSync('test/e2e/**/*.test.ts', { cwd: projectRoot }).length === 0) return { passed: 0, failed: 0 }
  if (needsBuild() && !(await buildWebsite())) return { passed: 0, failed: 1 }
  return await runTests('e2e')
}

async function buildWebsite(): Promise<boolean> {
  const hash = sourceHash()
  const isBuilt = (await runTool(buildArguments, true)) === 0
  if (isBuilt) stampBuild(hash)
  return isBuilt
}

/**
 * `npm test`: types, lint and every test. `--quick` leaves out the browser and what a change does not touch; `--full` gives the tests
 * KRING_TEST_FULL=1, with which they try more cases; the name of a stage runs that one alone.
 */
function chooseStages(args: readonly string[]): readonly Stage[] {
  const all = args.includes('--quick') ? [types, lint, fast, changed] : [types, lint, fast, int, e2e]
  const named = all.filter(({ name }) => args.includes(name))
  return named.length > 0 ? named : all
}

async function runStage({ name, run }: Stage): Promise<Count> {
  const started = Date.now()
  const count = await run()
  process.stdout.write(`${name}: ${describe(count)} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
  return count
}

const describe = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`

async function testRun(args: readonly string[]): Promise<boolean> {
  if (args.includes('--full')) process.env['KRING_TEST_FULL'] = '1'
  const stages = chooseStages(args)
  const checks = stages.filter((stage) => stage === types || stage === lint)
  const counts = await Promise.all(checks.map(runStage))
  for (const stage of stages) if (!checks.includes(stage)) counts.push(await runStage(stage))
  const total = sumCounts(counts)
  process.stdout.write(`${describe(total)}\n`)
  return isGood(total)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endTools)
try {
  process.exitCode = (await testRun(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}

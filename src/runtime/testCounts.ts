import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many checks of a stage passed and failed. */
export type Count = { readonly passed: number; readonly failed: number }

const reportShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Reads the JSON report of vitest. A file that breaks before its tests counts as one failure, and so does a run that ended badly
 * without saying what failed.
 */
export function countTests(reportFile: string, exitCode: number | null): Count {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const report = reportShape.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

export const sumCounts = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
})

/** A run in which nothing was checked proves nothing. */
export const isGood = ({ passed, failed }: Count): boolean => failed === 0 && passed > 0

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countTests, isGood, sumCounts } from '../../src/runtime/testCounts'
import { temporaryFolder } from './folder'

const file = (status: string, ...assertions: string[]) => ({ status, assertionResults: assertions.map((one) => ({ status: one })) })

function count(report: unknown, exitCode: number | null) {
  const path = join(temporaryFolder(), 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return countTests(path, exitCode)
}

describe('countTests', () => {
  it.each([
    ['a good run', { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed')] }, 0, { passed: 2, failed: 0 }],
    ['a failure', { numPassedTests: 1, numFailedTests: 1, testResults: [file('failed', 'passed', 'failed')] }, 1, { passed: 1, failed: 1 }],
    ['a file that breaks before its tests', { numPassedTests: 0, numFailedTests: 0, testResults: [file('failed')] }, 1, { passed: 0, failed: 1 }],
    ['an error outside the tests', { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed')] }, 1, { passed: 2, failed: 1 }],
    ['a killed run', { numPassedTests: 2, numFailedTests: 0, testResults: [] }, null, { passed: 2, failed: 1 }],
    ['a project without tests', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0, { passed: 0, failed: 0 }],
  ])('counts %s', (_name, report, exitCode, expected) => {
    expect(count(report, exitCode)).toEqual(expected)
  })

  it('counts a run without a report as a failure', () => {
    expect(countTests(join(temporaryFolder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('the sum of all stages', () => {
  it.each([
    [[{ passed: 1, failed: 0 }, { passed: 2, failed: 0 }], true],
    [[{ passed: 1, failed: 0 }, { passed: 2, failed: 1 }], false],
    [[{ passed: 0, failed: 0 }], false],
    [[], false],
  ])('of %j is good: %s', (counts, expected) => {
    expect(isGood(sumCounts(counts))).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { isBankingDay, nextBankingDay } from '../../src/domain/bankingDays'
import { firstOnAnchor, instalmentDates, planInstalments } from '../../src/domain/instalments'
import { day, type LocalDate } from '../../src/domain/localDate'
import { cents, splitEvenly, sumCents } from '../../src/domain/money'
import { seededRandom } from '../bank/random'

/*
 * A second opinion about every date: months counted on fingers, weekdays by the machine's own calendar, Easter out of a table as it is
 * printed in diaries. Nothing here comes from the house itself.
 */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const easters = ('2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13').split(' ')

const lengthOf = (year: number, month: number): number => (month === 2 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 29 : monthLengths[month - 1] ?? 0)
const iso = (epoch: number): string => new Date(epoch).toISOString().slice(0, 10)
const oneDay = 86_400_000

/** Every closed day that is not in a weekend. */
const holidays = new Set(easters.flatMap((easter) => [
  iso(Date.parse(easter) - 2 * oneDay), iso(Date.parse(easter) + oneDay), ...['01-01', '05-01', '12-25', '12-26'].map((date) => `${easter.slice(0, 4)}-${date}`),
]))
const isOpen = (epoch: number): boolean => ![0, 6].includes(new Date(epoch).getUTCDay()) && !holidays.has(iso(epoch))
const openFrom = (epoch: number): number => (isOpen(epoch) ? epoch : openFrom(epoch + oneDay))

/** The next open day from every day of thirteen years, worked out once. */
const executions = new Map<string, string>()
for (let epoch = Date.UTC(2024, 0, 1); epoch <= Date.UTC(2036, 11, 1); epoch += oneDay) executions.set(iso(epoch), iso(openFrom(epoch)))

const twoDigits = (part: number): string => (part < 10 ? `0${part}` : `${part}`)

/** The dates of a schedule: month after month on the anchor, or on the last day where the month is shorter. */
function expectedDates(year: number, month: number, { anchor, count }: { readonly anchor: number; readonly count: number }): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [y, m] = [year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1]
    return `${y}-${twoDigits(m)}-${twoDigits(Math.min(anchor, lengthOf(y, m)))}`
  })
}

const allDays: readonly LocalDate[] = [...executions.keys()].filter((date) => date <= '2034-12-31').map(day)

describe('the calendar of a second opinion', () => {
  it('has 4018 days to start on, and agrees about every open day', () => {
    expect(allDays).toHaveLength(4_018)
    expect([...executions.keys()].filter((date) => isBankingDay(day(date)) !== (executions.get(date) === date))).toEqual([])
  })
  it('agrees about the next open day from every day', () => {
    expect([...executions].filter(([date, expected]) => nextBankingDay(day(date)) !== expected)).toEqual([])
  })
})

describe('every schedule that starts from 2024 to 2034', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))('over %i months is as a second opinion has it, nominal and executed', (count) => {
    for (const start of allDays) {
      const [year = 0, month = 0, anchor = 0] = start.split('-').map(Number)
      const expected = expectedDates(year, month, { anchor, count })
      const planned = planInstalments(cents(10_000), start, count, 1).map(({ date }) => date)
      if (planned.join() !== expected.join()) expect.fail(`${start} x ${count}: ${planned.join()}`)
      for (const date of planned) if (nextBankingDay(date) !== executions.get(date)) expect.fail(`${date} is executed on ${nextBankingDay(date)}`)
    }
  })
  it.each(Array.from({ length: 31 }, (_, index) => index + 1))('with %i as its anchor day keeps to it in every month that has it', (anchor) => {
    for (const start of allDays) {
      const [year = 0, month = 0, startDay = 0] = start.split('-').map(Number)
      const isPast = Math.min(anchor, lengthOf(year, month)) < startDay
      const [firstYear, firstMonth] = isPast && month === 12 ? [year + 1, 1] : [year, isPast ? month + 1 : month]
      const first = firstOnAnchor(start, anchor)
      const planned = instalmentDates(first, 12, 1, anchor)
      if (planned.join() !== expectedDates(firstYear, firstMonth, { anchor, count: 12 }).join()) expect.fail(`${start} on ${anchor}: ${planned.join()}`)
    }
  })
})

describe('a hundred thousand amounts', () => {
  it('are split to the cent, with parts that differ by a cent at most and the larger ones first', () => {
    const random = seededRandom(8)
    for (let round = 0; round < 100_000; round += 1) {
      const count = 1 + random(60)
      const amount = cents(count + random(10 ** (2 + (round % 8))))
      const parts = splitEvenly(amount, count)
      const [first = 0, last = 0] = [parts[0], parts.at(-1)]
      const isRight = parts.length === count && sumCents(parts) === amount && first - last <= 1 && last > 0 && parts.every((part, index) => index === 0 || part <= (parts[index - 1] ?? 0))
      if (!isRight) expect.fail(`${amount} in ${count}: ${parts.join()}`)
    }
  })
})

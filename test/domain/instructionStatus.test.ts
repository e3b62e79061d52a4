import { describe, expect, it } from 'vitest'
import { canBecome, nextStatuses, type InstructionStatus } from '../../src/domain/instructionStatus'

const statuses = Object.keys(nextStatuses) as InstructionStatus[]

describe('the life line of an instruction', () => {
  it('allows these steps and no other', () => {
    const steps = statuses.flatMap((from) => statuses.filter((to) => canBecome(from, to)).map((to) => `${from} > ${to}`))
    expect(steps).toEqual([
      'planned > batched', 'planned > cancelled', 'batched > planned', 'batched > submitted',
      'submitted > planned', 'submitted > collected', 'submitted > rejected', 'collected > submitted', 'collected > returned', 'rejected > planned', 'rejected > submitted', 'returned > collected',
    ])
  })
  it('ends in one way; what the bank did can be undone', () => expect(statuses.filter((status) => nextStatuses[status].length === 0)).toEqual(['cancelled']))
})

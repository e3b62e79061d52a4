import { describe, expect, it } from 'vitest'
import { refusedBy } from '../../src/domain/statusReport'

const nothing = { groups: [], instructions: [], nameless: 0, repeated: 0 }
const refusal = (rest: object = {}) => ({ originalEndToEndId: 'C1', status: 'RJCT', ...rest })

describe('refusedBy (sepa §10.3)', () => {
  it.each(['ACCP', 'ACTC', 'ACSP', 'PDNG', 'RCVD', 'XXXX', undefined])('takes nothing back for %s', (groupStatus) => {
    expect(refusedBy({ groupStatus, groups: [{ originalPaymentInformationId: 'M1-1', status: groupStatus, transactions: [refusal({ status: groupStatus ?? '' })] }] })).toEqual(nothing)
  })

  it('takes the whole file, with the reason of the file or else the first within', () => {
    expect(refusedBy({ groupStatus: 'RJCT', groupReason: 'AM10', groups: [] })).toEqual({ ...nothing, file: { reason: 'AM10' } })
    expect(refusedBy({ groupStatus: 'RJCT', groups: [{ reason: 'FF01', transactions: [] }] })).toEqual({ ...nothing, file: { reason: 'FF01' } })
  })

  it.each(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'])('takes nothing for %s, which says that the bank has it already', (reason) => {
    expect(refusedBy({ groupStatus: 'RJCT', groupReason: reason, groups: [] })).toEqual({ ...nothing, repeated: 1 })
    expect(refusedBy({ groups: [{ originalPaymentInformationId: 'M1-1', status: 'RJCT', reason, transactions: [] }] })).toEqual({ ...nothing, repeated: 1 })
  })

  it('takes a group, and apart from it single instructions, also one that is a double itself', () => {
    expect(refusedBy({ groupStatus: 'PART', groups: [
      { originalPaymentInformationId: 'M1-1', status: 'RJCT', transactions: [refusal({ reason: 'DT01' })] },
      { originalPaymentInformationId: 'M1-2', status: 'PART', transactions: [refusal({ originalEndToEndId: 'C2', reason: 'AM05' }), refusal({ originalEndToEndId: undefined })] },
    ] })).toEqual({ groups: [{ paymentInformationId: 'M1-1', reason: 'DT01' }], instructions: [{ endToEndId: 'C2', reason: 'AM05' }], nameless: 1, repeated: 0 })
  })
})

import { DomainError } from '../domain/domainError'
import type { CheckedFile } from './pain008Count'
import { pain008Reading } from './pain008Reading'

export type { CheckedFile, CheckedGroup } from './pain008Count'

/** Takes a file in pieces. What is wrong comes out at `close`, so that whoever writes can first tell what was wrong with the instructions. */
export type Pain008Checker = { readonly write: (piece: string) => void; readonly close: () => CheckedFile }

/**
 * Reads a written pain.008 file back and counts it, holding nothing but the ids. Everything must be what the schema beside it says: order,
 * lengths, characters, amounts. NbOfTxs and CtrlSum must be right for the file and for every group, and ids unique. Banks refuse the whole
 * file otherwise (sepa §2). `close` throws PAIN008_CHECK_FAILED with what is wrong and where, or UNSTRUCTURED_ADDRESS; it returns what was
 * counted.
 */
export function pain008Checker(): Pain008Checker {
  const reading = pain008Reading()
  let failure: DomainError | undefined
  return {
    write: (piece) => {
      if (failure) return
      try {
        reading.write(piece)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        failure = error
      }
    },
    close: () => {
      if (failure) throw failure
      return reading.close()
    },
  }
}

/** As `pain008Checker`, for a file whose pieces are at hand. */
export function checkPain008(chunks: Iterable<string>): CheckedFile {
  const checker = pain008Checker()
  for (const chunk of chunks) checker.write(chunk)
  return checker.close()
}

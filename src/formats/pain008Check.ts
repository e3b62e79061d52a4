import { DomainError } from '../domain/domainError'
import { cents, type Cents } from '../domain/money'
import { pain008Grammars } from './pain008Grammar'
import { pain008Namespaces } from './pain008Skeleton'
import { xmlEvents } from './xmlEvents'
import { advance, missingFrom, placeIn, type Place, type Shape } from './xmlGrammar'

export type CheckedGroup = { readonly paymentInformationId: string; readonly count: number; readonly totalCents: Cents }
export type CheckedFile = { readonly count: number; readonly totalCents: Cents; readonly groups: readonly CheckedGroup[] }

/** Takes a file in pieces. What is wrong comes out at `close`, so that whoever writes can first tell what was wrong with the instructions. */
export type Pain008Checker = { readonly write: (piece: string) => void; readonly close: () => CheckedFile }

/**
 * Reads a written pain.008 file back and counts it, holding nothing but the ids. Everything must be what the schema beside it says: order,
 * lengths, characters, amounts. NbOfTxs and CtrlSum must be right for the file and for every group, and ids unique. Banks refuse the whole
 * file otherwise (sepa §2). `close` throws PAIN008_CHECK_FAILED with what is wrong and where, or UNSTRUCTURED_ADDRESS; it returns what was
 * counted.
 */
export function pain008Checker(): Pain008Checker {
  const reading = checkedReading()
  let failure: DomainError | undefined
  return {
    write: (piece) => {
      if (failure) return
      try {
        reading.sink.write(piece)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        failure = error
      }
    },
    close: () => {
      if (failure) throw failure
      reading.sink.close()
      return reading.file()
    },
  }
}

/** As `pain008Checker`, for a file whose pieces are at hand. */
export function checkPain008(chunks: Iterable<string>): CheckedFile {
  const checker = pain008Checker()
  for (const chunk of chunks) checker.write(chunk)
  return checker.close()
}

type Totals = { id: string; count: number; total: number; statedCount: string; statedSum: string }

function checkedReading() {
  const file = newTotals()
  const groups: CheckedGroup[] = []
  const ids = { PmtInfId: new Set<string>(), EndToEndId: new Set<string>() }
  const places: Place[] = []
  let totals = file
  let transaction = ''

  const failed = (what: string, detail = '') => new DomainError('PAIN008_CHECK_FAILED', { what, where: `${transaction || totals.id || 'GrpHdr'} ${detail}`.trim() })

  const note = (name: string, text: string): void => {
    switch (name) {
      case 'MsgId': file.id = text; break
      case 'NbOfTxs': totals.statedCount = text; break
      case 'CtrlSum': totals.statedSum = text; break
      case 'InstdAmt': totals.count += 1; totals.total += Number(text.replace('.', '')); break
      case 'PmtInfId': totals.id = unique(ids.PmtInfId, name, text); break
      case 'EndToEndId': transaction = unique(ids.EndToEndId, name, text); break
    }
  }
  const unique = (seen: Set<string>, name: string, text: string): string => {
    const before = seen.size
    const id = compact(text)
    if (seen.add(id).size === before) throw failed(name, id)
    return id
  }
  const assertTotals = ({ count, total, statedCount, statedSum }: Totals): void => {
    transaction = ''
    if (statedCount !== String(count)) throw failed('NbOfTxs', `${statedCount}, ${count}`)
    if (Number(statedSum.replace('.', '')) !== total) throw failed('CtrlSum', `${statedSum}, ${total}`)
  }

  const sink = xmlEvents({
    open: (name, attributes, line) => {
      const parent = places.at(-1) ?? placeIn('', grammarOf(attributes))
      const part = advance(parent, name)
      if (name === 'AdrLine') throw new DomainError('UNSTRUCTURED_ADDRESS', { where: transaction || line })
      if (part === undefined || typeof part === 'string') throw failed(part ?? name)
      if (!hasItsAttributes(part.shape, attributes)) throw failed(name, Object.keys(attributes).join())
      places.push(placeIn(name, part.shape))
      if (name === 'PmtInf') totals = newTotals()
    },
    text: (text) => {
      const place = places.at(-1)
      if (place?.shape.isText) place.text += text
      else if (place && text.trim() !== '') throw failed(place.name, text.slice(0, 70))
    },
    close: () => {
      const place = places.pop()
      if (!place) return
      const { name, text, shape } = place
      if (shape.isText) {
        if (text.trim() === '') throw failed('empty', name)
        if (!shape.isText(text)) throw failed(name, text.slice(0, 70))
        note(name, text)
        return
      }
      const missing = missingFrom(place)
      if (missing !== undefined) throw failed(missing)
      if (name !== 'PmtInf') return
      assertTotals(totals)
      groups.push({ paymentInformationId: totals.id, count: totals.count, totalCents: cents(totals.total) })
      file.count += totals.count
      file.total += totals.total
      totals = file
    },
  })
  return {
    sink,
    file: (): CheckedFile => {
      assertTotals(file)
      return { count: file.count, totalCents: cents(file.total), groups }
    },
  }
}

const newTotals = (): Totals => ({ id: '', count: 0, total: 0, statedCount: '', statedSum: '' })

const grammarOf = ({ xmlns }: Readonly<Record<string, string>>): Shape =>
  pain008Grammars[xmlns === pain008Namespaces.v02 ? 'v02' : 'v08']

function hasItsAttributes({ attribute }: Shape, given: Readonly<Record<string, string>>): boolean {
  for (const name in given) if (name !== attribute?.name) return false
  return attribute === undefined || given[attribute.name] === attribute.value
}

/** A copy that does not keep the piece of the file alive that it was cut from. */
const compact = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

import { DomainError } from '../domain/domainError'
import { mt940Entry } from './mt940Entry'
import { mt940Movement, type Mt940Movement } from './mt940Movement'
import { mt940Account, mt940Balance } from './mt940Values'
import type { StatementEntry } from './statement'
import type { Balance, StatementEnd } from './statementStream'

/** A field with the lines that it came in, and the line of the file where it began. */
export type Mt940Field = { readonly tag: string; readonly line: number; readonly lines: string[] }

type Collected = { readonly movement: Mt940Movement; readonly below: readonly string[]; readonly texts: (readonly string[])[] }

/** A statement that is being read. */
export type Mt940Statement = {
  readonly take: (field: Mt940Field) => void
  readonly isClosed: () => boolean
  /** Whether nothing but its reference came, as where a file was cut off. */
  readonly isEmpty: () => boolean
  /** Gives the last movement away and tells what else was read. @throws DomainError MT940_INCOMPLETE */
  readonly end: () => StatementEnd
}

/** Reads the fields of one statement and passes on its movements. Throws what the readers of its values throw, and MT940_MISPLACED. */
export function mt940Statement(start: Mt940Field, add: (entry: StatementEntry) => void): Mt940Statement {
  const reference = (start.lines[0] ?? '').trim()
  let account: string | undefined
  let sequence: string | undefined
  let opening: Balance | undefined
  let closing: Balance | undefined
  let current: Collected | undefined

  const endMovement = () => {
    if (current) add(mt940Entry(current))
    current = undefined
  }
  const take = ({ tag, line, lines }: Mt940Field) => {
    const [first = '', ...below] = lines
    if (tag === '86') {
      current?.texts.push(lines)
      return
    }
    endMovement()
    const isLate = closing !== undefined && ['61', '60F', '60M', '25', '25P'].includes(tag)
    const isDouble = (opening !== undefined && tag.startsWith('60')) || (closing !== undefined && tag.startsWith('62'))
    if (isLate || isDouble) throw new DomainError('MT940_MISPLACED', { field: `:${tag}:`, line })
    // Only the messages of a day that is not over have these.
    if (tag === '34F') throw new DomainError('BANK_FILE_UNKNOWN_FORMAT', { found: 'MT942' })
    if (tag === '25' || tag === '25P') account = mt940Account(first, line)
    if (tag === '28' || tag === '28C') sequence = first.trim()
    if (tag === '60F' || tag === '60M') opening = mt940Balance(first, line)
    if (tag === '61') current = { movement: mt940Movement(first, line), below, texts: [] }
    if (tag === '62F' || tag === '62M') closing = mt940Balance(first, line)
  }
  return {
    take,
    isClosed: () => closing !== undefined,
    isEmpty: () => account === undefined && opening === undefined && current === undefined,
    end: () => {
      endMovement()
      if (account === undefined) throw new DomainError('MT940_INCOMPLETE', { field: ':25:', line: start.line })
      const id = [reference, sequence, closing?.date ?? opening?.date].filter(Boolean).join(' ')
      return { iban: account, id, sequence, opening, closing }
    },
  }
}

import { parseArgs, type ParseArgsConfig } from 'node:util'
import { amsterdamDate, day, type LocalDate } from '../domain/localDate'

type Options = NonNullable<ParseArgsConfig['options']>
type Read<O extends Options> = { readonly values: { readonly [name in keyof O]?: O[name]['type'] extends 'boolean' ? boolean : string }; readonly positionals: readonly string[] }

/** The options and positionals of a command; undefined where something is unknown or has no value. */
export function readOptions<const O extends Options>(args: readonly string[], options: O): Read<O> | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values: values as Read<O>['values'], positionals }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The date that was given, or today in Amsterdam. @throws DomainError DATE_INVALID */
export const dateOr = (text: string | undefined, now = new Date()): LocalDate => (text === undefined ? amsterdamDate(now) : day(text))

/** A whole number from 1 up to eight digits, or undefined. */
export const countOf = (text: string | undefined): number | undefined => (text !== undefined && /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined)

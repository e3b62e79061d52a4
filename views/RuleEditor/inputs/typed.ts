import { DomainError } from '../../../src/domain/domainError'
import { cents, euroAmount, parseEuro } from '../../../src/domain/money'

/** How something is typed and kept. What cannot be read is kept as it was typed, for the server to refuse. */
export type Typed = { readonly read: (text: string) => unknown; readonly show: (value: unknown) => string }

/** `18`, `-2,5`: a number, with a comma or a point. */
export const asNumber: Typed = {
  read: (text) => {
    const trimmed = text.trim()
    if (trimmed === '') return null
    return /^[+-]?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : trimmed
  },
  show: (value) => (typeof value === 'number' ? String(value).replace('.', ',') : shownText(value)),
}

/** `25,00`: euros, kept in whole cents. */
export const asEuros: Typed = {
  read: (text) => {
    if (text.trim() === '') return null
    try {
      return parseEuro(text)
    } catch (error) {
      if (error instanceof DomainError) return text
      throw error
    }
  },
  show: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? euroAmount(cents(value)).replace('.', ',') : shownText(value)),
}

export const asText: Typed = { read: (text) => text, show: (value) => shownText(value) }

const shownText = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

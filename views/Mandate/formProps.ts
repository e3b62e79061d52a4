import type { Language } from '../../src/i18n/text'

/** What the forms of a mandate know of it. */
export type MandateFormProps = {
  readonly id: number
  readonly status: 'active' | 'blocked'
  readonly isUsed: boolean
  readonly iban: string
  readonly accountHolder: string
  readonly reference: string
  readonly planned: number
  readonly underWay: number
  readonly pledges: number
  readonly language: Language
}

/** Sends what a form asks, and tells what came of it: on success the sentence, else what was refused, in the form. */
export type Send = <T>(door: 'change' | 'block' | 'unblock' | 'end', body: object, told: (answer: T) => string) => Promise<void>

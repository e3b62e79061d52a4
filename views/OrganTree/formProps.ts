import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'

type Named = { readonly id: number; readonly title: string }

/** What every form of the screen is given. */
export type FormProps = { readonly organisation: number; readonly types: readonly Named[]; readonly today: LocalDate; readonly language: Language }

/** What the forms about the chosen organ are given. */
export type OrganFormProps = FormProps & { readonly organ: Named; readonly onSaved: () => void }

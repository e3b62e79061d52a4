import { formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'

/** `€ 1.234,56` */
export const Amount = ({ cents, language }: { readonly cents: Cents; readonly language: Language }) => <span className="kring-amount">{formatEuro(cents, language)}</span>

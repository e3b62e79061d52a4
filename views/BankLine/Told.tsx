import { formatIban } from '../../src/formats/iban'
import type { Language } from '../../src/i18n/text'
import type { BankLineHead } from '../../src/store/bankLineOverview'
import { texts } from './texts'

/** Everything that the bank told, as it told it. */
export const Told = ({ told, language }: { readonly told: BankLineHead['told']; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="bank">
      <h2>{t.told}</h2>
      <dl className="kring-facts">{told.map(({ name, value }) => <Fact key={name} title={t[name]} value={name === 'counterIban' ? formatIban(value) : value} />)}</dl>
    </section>
  )
}

const Fact = ({ title, value }: { readonly title: string; readonly value: string }) => <><dt>{title}</dt><dd>{value}</dd></>

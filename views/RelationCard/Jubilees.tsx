import type { Language } from '../../src/i18n/text'
import type { AwardedJubilee } from '../../src/store/jubilees'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** The jubilees that were awarded; nothing where there are none. */
export const Jubilees = ({ jubilees, language }: { readonly jubilees: readonly AwardedJubilee[]; readonly language: Language }) => (jubilees.length === 0 ? null : (
  <>
    <h2>{texts[language].jubilees}</h2>
    <Table name="jubilees" rows={jubilees} keyOf={(row) => row.id} empty={null} columns={[
      { title: texts[language].date, render: (row) => <Day date={row.date} language={language} /> },
      { title: texts[language].jubilee, render: (row) => row.title },
    ]} />
  </>
))

import { adminView } from '../adminView'
import { HistoryForm } from './HistoryForm'
import { texts } from './texts'

/** Memberships from before Kring out of a CSV file: all lines, or with one mistake none, each mistake told. */
export const ImportHistory = adminView('importHistory', async ({ language }) => (
  <>
    <h1>{texts[language].title}</h1>
    <p className="kring-lead">{texts[language].lead}</p>
    <p className="kring-lead"><code>{texts[language].columns}</code></p>
    <HistoryForm language={language} />
  </>
))

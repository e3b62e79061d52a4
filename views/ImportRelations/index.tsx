import { adminView } from '../adminView'
import { ImportForm } from './ImportForm'
import { texts } from './texts'

/** Relations from a CSV file: every bad line is told, the good ones are loaded, or nothing, as the user chooses. */
export const ImportRelations = adminView('importRelations', async ({ language }) => (
  <>
    <h1>{texts[language].title}</h1>
    <p className="kring-lead">{texts[language].lead}</p>
    <p className="kring-lead"><code>{texts[language].columns}</code></p>
    <ImportForm language={language} />
  </>
))

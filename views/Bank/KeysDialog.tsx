'use client'
import type { Language } from '../../src/i18n/text'
import { Dialog } from '../parts/Dialog'
import { texts } from './texts'

const shown = [
  ['↓ j', 'keyNext'], ['↑ k', 'keyPrevious'], ['Enter', 'keyOpen'], ['A', 'keyAccept'], ['S', 'keySplit'], ['F', 'keyInvoice'], ['D', 'keyDonation'], ['G', 'keyLedger'], ['Z', 'keyUndo'], ['/', 'keySearch'], ['Esc', 'keyClose'], ['?', 'keyHelp'],
] as const

/** Which key does what. */
export const KeysDialog = ({ language, onClose }: { readonly language: Language; readonly onClose: () => void }) => {
  const t = texts[language]
  return (
    <Dialog title={t.keysTitle} closeLabel={t.close} onClose={onClose}>
      <dl className="kring-facts">{shown.map(([key, what]) => <div className="kring-key" key={key}><dt><kbd>{key}</kbd></dt><dd>{t[what]}</dd></div>)}</dl>
    </Dialog>
  )
}

import type { Language } from '../../src/i18n/text'

type Tone = 'new' | 'running' | 'ended' | 'history'

/** The few status words, the same on every screen: blue new, green running, red ended, grey history. */
const words = {
  planned: { tone: 'new', nl: 'Gepland', en: 'Planned' },
  batched: { tone: 'new', nl: 'In batch', en: 'Batched' },
  submitted: { tone: 'running', nl: 'Bij de bank', en: 'At the bank' },
  collected: { tone: 'history', nl: 'Geïncasseerd', en: 'Collected' },
  rejected: { tone: 'ended', nl: 'Geweigerd', en: 'Refused' },
  returned: { tone: 'ended', nl: 'Gestorneerd', en: 'Returned' },
  cancelled: { tone: 'history', nl: 'Vervallen', en: 'Cancelled' },
  downloaded: { tone: 'running', nl: 'Opgehaald', en: 'Downloaded' },
  blocked: { tone: 'ended', nl: 'Geblokkeerd', en: 'Blocked' },
  credited: { tone: 'history', nl: 'Gecrediteerd', en: 'Credited' },
  created: { tone: 'new', nl: 'Gemaakt', en: 'Created' },
  processed: { tone: 'history', nl: 'Verwerkt', en: 'Processed' },
  waiting: { tone: 'running', nl: 'Wacht op de bank', en: 'Waiting for the bank' },
  duplicate: { tone: 'history', nl: 'Dubbel, telt niet mee', en: 'Twice, does not count' },
  undone: { tone: 'history', nl: 'Teruggedraaid', en: 'Undone' },
  open: { tone: 'new', nl: 'Open', en: 'Open' },
  partiallyPaid: { tone: 'running', nl: 'Deels betaald', en: 'Partially paid' },
  paid: { tone: 'history', nl: 'Betaald', en: 'Paid' },
  active: { tone: 'running', nl: 'Actief', en: 'Active' },
  ended: { tone: 'ended', nl: 'Beëindigd', en: 'Ended' },
  terminated: { tone: 'ended', nl: 'Beëindigd', en: 'Terminated' },
  archived: { tone: 'history', nl: 'Gearchiveerd', en: 'Archived' },
  joined: { tone: 'running', nl: 'Erbij', en: 'Joined' },
  left: { tone: 'ended', nl: 'Eraf', en: 'Left' },
  corrected: { tone: 'history', nl: 'Correctie', en: 'Corrected' },
} as const satisfies Record<string, { readonly tone: Tone; readonly nl: string; readonly en: string }>

export type Status = keyof typeof words

export const StatusWord = ({ status, language }: { readonly status: Status; readonly language: Language }) => (
  <span className={`kring-status ${words[status].tone}`}>{words[status][language]}</span>
)

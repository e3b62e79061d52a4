import type { Language } from '../../src/i18n/text'

const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  rules_met: { nl: 'Voldoet aan de regels', en: 'Meets the rules' },
  rules_no_longer_met: { nl: 'Voldoet niet meer aan de regels', en: 'No longer meets the rules' },
  rule_change: { nl: 'De regels zijn veranderd', en: 'The rules changed' },
  organ_ended: { nl: 'Het orgaan is gestopt', en: 'The organ ended' },
  relation_archived: { nl: 'Relatie gearchiveerd', en: 'Relation archived' },
  organ_transfer: { nl: 'Orgaan overgedragen', en: 'Organ transferred' },
  exception_started: { nl: 'Uitzondering begonnen', en: 'Exception started' },
  exception_ended: { nl: 'Uitzondering geëindigd', en: 'Exception ended' },
  correction: { nl: 'Gecorrigeerd', en: 'Corrected' },
  deceased: { nl: 'Overleden', en: 'Deceased' },
}

/** A reason of a mutation in words. */
export const reasonText = (reason: string, language: Language): string => reasons[reason]?.[language] ?? reason

import type { Language } from '../../src/i18n/text'

export const texts = {
  nl: {
    gone: 'Deze incassant bestaat niet.', lead: 'Hoe bestanden bij de bank worden aangeleverd, en hoeveel van de grenzen uit het contract al gebruikt is.',
    delivery: 'Aanleveren', point: 'Wat', value: 'Geldt nu', source: 'Waar het vandaan komt', own: 'Zelf ingesteld bij deze incassant', usual: 'Gebruikelijk bij {bank}',
    deliveryLeadDays: 'Aanlevertermijn', days: '{count|1 bankwerkdag|# bankwerkdagen}', cutOffTime: 'Uiterste tijd', messageVersion: 'Bestandsversie', groupsPerFile: 'Batches per bestand', several: 'Meer in één bestand', one: 'Eén per bestand',
    fileMaxCount: 'Hoogste aantal per bestand', originalAccount: 'Bij een nieuwe rekening', withheld: 'Alleen melden dat de rekening nieuw is', told: 'Ook de oude rekening noemen',
    limits: 'Grenzen uit het contract', period: 'Waarvoor', count: 'Aantal', amount: 'Bedrag', perInstruction: 'Per incasso', perBatch: 'Per batch', perDay: 'Per incassodag', perMonth: 'Per kalendermaand', none: 'geen grens',
    used: 'Al gebruikt', today: 'Vandaag', thisMonth: 'Deze maand', upcoming: 'Wat er de komende dagen wordt geïncasseerd', noUpcoming: 'Er staat nog niets in een batch voor vandaag of later.', date: 'Incassodag', of: '{used} van {most}', notActive: 'Deze incassant is niet meer in gebruik en kan niet voor nieuwe machtigingen worden gekozen.',
    ing: 'ING', rabobank: 'Rabobank', abnAmro: 'ABN AMRO', other: 'de meeste banken', v08: 'pain.008.001.08', v02: 'pain.008.001.02',
  },
  en: {
    gone: 'This creditor does not exist.', lead: 'How files are delivered to the bank, and how much of the limits of the contract is used.',
    delivery: 'Delivery', point: 'What', value: 'Counts now', source: 'Where it comes from', own: 'Set for this creditor', usual: 'Usual at {bank}',
    deliveryLeadDays: 'Delivery lead', days: '{count|1 banking day|# banking days}', cutOffTime: 'Cut-off time', messageVersion: 'Version of the file', groupsPerFile: 'Batches a file', several: 'Several in a file', one: 'One a file',
    fileMaxCount: 'Most debits in a file', originalAccount: 'After a change of account', withheld: 'Only say that the account is new', told: 'Name the old account as well',
    limits: 'Limits of the contract', period: 'Of what', count: 'Count', amount: 'Amount', perInstruction: 'A debit', perBatch: 'A batch', perDay: 'A collection day', perMonth: 'A calendar month', none: 'no limit',
    used: 'Used', today: 'Today', thisMonth: 'This month', upcoming: 'What is collected in the days to come', noUpcoming: 'Nothing is in a batch yet for today or later.', date: 'Collection day', of: '{used} of {most}', notActive: 'This creditor is no longer in use and cannot be chosen for new mandates.',
    ing: 'ING', rabobank: 'Rabobank', abnAmro: 'ABN AMRO', other: 'most banks', v08: 'pain.008.001.08', v02: 'pain.008.001.02',
  },
} as const satisfies Record<Language, Record<string, string>>

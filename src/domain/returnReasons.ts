/** Why a bank or a debtor sent a collection back, in the bank's code (sepa §12.1). */
export type ReturnReason = {
  readonly code: string
  readonly nl: string
  readonly en: string
  /**
   * Whether staff may try again with the same mandate and account. False: it needs a new IBAN or a new mandate first, or must never happen.
   * True is never a licence to retry by itself: MD06 and MS02 ask for contact with the debtor.
   */
  readonly retry: boolean
}

const reasons: readonly ReturnReason[] = [
  { code: 'AC01', nl: 'IBAN onjuist of onbekend', en: 'Incorrect or unknown IBAN', retry: false },
  { code: 'AC04', nl: 'Rekening opgeheven', en: 'Account closed', retry: false },
  { code: 'AC06', nl: 'Rekening geblokkeerd', en: 'Account blocked', retry: false },
  { code: 'AC13', nl: 'Rekeningtype van de betaler niet toegestaan', en: 'Debtor account type not allowed', retry: false },
  { code: 'AG01', nl: 'Incasso op deze rekening niet toegestaan', en: 'Direct debit not allowed on this account', retry: false },
  { code: 'AG02', nl: 'Verkeerd soort incasso of eenmalige machtiging al gebruikt', en: 'Wrong sequence type or one-off mandate already used', retry: true },
  { code: 'AM04', nl: 'Onvoldoende saldo', en: 'Insufficient funds', retry: true },
  { code: 'AM05', nl: 'Dubbele incasso', en: 'Duplicate collection', retry: false },
  { code: 'AM10', nl: 'Controletotaal onjuist', en: 'Invalid control sum', retry: true },
  { code: 'BE01', nl: 'Naam past niet bij de rekening', en: 'Name does not match the account', retry: true },
  { code: 'BE04', nl: 'Adres ontbreekt of is onjuist', en: 'Missing or incorrect address', retry: true },
  { code: 'BE05', nl: 'Incassant-ID onjuist', en: 'Unrecognised creditor identifier', retry: true },
  { code: 'CNOR', nl: 'Bank van de incassant niet geregistreerd', en: 'Creditor bank not registered', retry: false },
  { code: 'DNOR', nl: 'Bank van de betaler niet bereikbaar voor incasso', en: 'Debtor bank not reachable for direct debit', retry: false },
  { code: 'ED05', nl: 'Verrekening tussen banken mislukt', en: 'Settlement failed', retry: true },
  { code: 'FF01', nl: 'Bestandsformaat onjuist', en: 'Invalid file format', retry: true },
  { code: 'FF05', nl: 'Incassosoort onjuist', en: 'Invalid direct debit type', retry: true },
  { code: 'MD01', nl: 'Geen geldige machtiging', en: 'No valid mandate', retry: false },
  { code: 'MD02', nl: 'Machtigingsgegevens ontbreken of zijn onjuist', en: 'Mandate data missing or incorrect', retry: true },
  { code: 'MD06', nl: 'Teruggeboekt door de betaler', en: 'Refunded at the debtor’s request', retry: true },
  { code: 'MD07', nl: 'Betaler overleden', en: 'Debtor deceased', retry: false },
  { code: 'MS02', nl: 'Geweigerd door de betaler', en: 'Refused by the debtor', retry: true },
  { code: 'MS03', nl: 'Reden niet door de bank opgegeven', en: 'Reason not given by the bank', retry: true },
  { code: 'RC01', nl: 'BIC onjuist', en: 'Incorrect BIC', retry: true },
  { code: 'RR01', nl: 'Rekening of identificatie van de betaler ontbreekt', en: 'Debtor account or identification missing', retry: true },
  { code: 'RR02', nl: 'Naam of adres van de betaler ontbreekt', en: 'Debtor name or address missing', retry: true },
  { code: 'RR03', nl: 'Naam of adres van de incassant ontbreekt', en: 'Creditor name or address missing', retry: true },
  { code: 'RR04', nl: 'Wettelijke reden', en: 'Regulatory reason', retry: true },
  { code: 'SL01', nl: 'Geblokkeerd door een instelling van de betaler', en: 'Blocked by a setting of the debtor', retry: true },
  { code: 'TM01', nl: 'Te laat aangeleverd', en: 'Delivered too late', retry: true },
]

/** Every known reason by its code. */
export const returnReasons: ReadonlyMap<string, ReturnReason> = new Map(reasons.map((reason) => [reason.code, reason]))

/** The reason of a code. One that we do not know is kept as it is, and a person must look at it before anything is tried again. */
export const returnReason = (code: string): ReturnReason =>
  returnReasons.get(code) ?? { code, nl: `Onbekende reden (${code})`, en: `Unknown reason (${code})`, retry: false }

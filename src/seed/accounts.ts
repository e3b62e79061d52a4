import { composeIBAN } from 'ibantools'

/** A bank that does not exist, so that a demo file handed to a real one can never reach anybody's account. */
const inventedBank = 'KRNG'

/** The IBAN of an invented account, with right check digits; another number is another account. */
export function inventedIban(account: number): string {
  const iban = composeIBAN({ countryCode: 'NL', bban: `${inventedBank}${String(account).padStart(10, '0')}` })
  if (!iban) throw new RangeError(`Not an account number: ${account}`)
  return iban
}

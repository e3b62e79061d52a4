/** What a payment reference names: an invoice, a pledge or a donor. */
export type ReferenceKind = 'invoice' | 'pledge' | 'donor'

const letters: Readonly<Record<ReferenceKind, string>> = { invoice: 'F', pledge: 'T', donor: 'D' }

/**
 * The payment reference (betalingskenmerk) that somebody puts with a transfer, as ISO 11649 has it: RF, two check digits, a letter
 * for what it names and its number. A typing mistake is seen by the check digits.
 */
export function paymentReference(kind: ReferenceKind, number: number | string): string {
  const body = `${letters[kind]}${String(number).replaceAll('-', '')}`
  return `RF${String(98 - remainder(`${body}RF00`)).padStart(2, '0')}${body}`
}

/** Letters count from A is 10, and the whole is divided by 97 (ISO 7064). */
function remainder(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return Number(BigInt(digits) % 97n)
}

/** A camt.053 file with the given entries in it, as a bank would write it; the balances fit nothing in particular. */
export const camt053 = (entries: string, { version = '08', prefix = '' } = {}): string => {
  const tag = (name: string, content: string, attributes = '') => `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`
  const balance = (type: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-12-01</Dt></Dt></Bal>`
  const statement = `<Id>S1</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', '100.00')}${balance('CLBD', '100.00')}${entries}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('Document', tag('BkToCstmrStmt', tag('Stmt', statement)), ` xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"`)}`
}

/** One booked entry of 1 December 2026: its amount with `-` for money out, and whatever else stands in it. */
export function ntry(amount: string, inside = '', changes: { readonly status?: string; readonly currency?: string } = {}): string {
  const { status = '<Sts><Cd>BOOK</Cd></Sts>', currency = 'EUR' } = changes
  return `<Ntry><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>${status}`
    + `<BookgDt><Dt>2026-12-01</Dt></BookgDt><ValDt><Dt>2026-12-02</Dt></ValDt>${inside}</Ntry>`
}

/** The details of an entry: one `TxDtls` for every text. */
export const details = (...transactions: readonly string[]): string =>
  `<NtryDtls>${transactions.map((transaction) => `<TxDtls>${transaction}</TxDtls>`).join('')}</NtryDtls>`

import { readCamt053 } from '../formats/camt053'
import { bareParse } from './bareParse'
import { measure, timed, type Measurement } from './measure'

/** Reads a statement of `size` entries; beside it, a bare parser going through the same file. */
export async function camt053Case(size: number, runs: number): Promise<Measurement> {
  const text = statementOf(size)
  const ours = async (): Promise<void> => {
    const [statement] = readCamt053(text)
    if (statement?.entries.length !== size || !statement.balanced) throw new Error('The statement was not read whole')
  }
  return measure('camt053', { size, runs, contest: { ours: () => timed(ours), bare: () => bareParse(text) } })
}

/** Written out by hand, as the writer of demo statements is not made for these sizes. */
function statementOf(size: number): string {
  const entries = Array.from({ length: size }, (_, index) => entry(index))
  const closing = Array.from({ length: size }, (_, index) => centsOf(index)).reduce((sum, amount) => sum + amount, 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-11-20T23:59:00</CreDtTm></GrpHdr>
<Stmt><Id>BENCH-1</Id><CreDtTm>2026-11-20T23:59:00</CreDtTm><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', 0)}${balance('CLBD', closing)}
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}

const centsOf = (index: number): number => 500 + (index % 9500)
const euros = (amount: number): string => (amount / 100).toFixed(2)

const balance = (type: string, amount: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>`

const entry = (index: number): string => `<Ntry><Amt Ccy="EUR">${euros(centsOf(index))}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><Dt>2026-11-20</Dt></ValDt><AcctSvcrRef>B${index}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>E${index}</EndToEndId></Refs><Amt Ccy="EUR">${euros(centsOf(index))}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Pty><Nm>J. van der Lid ${index}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Contributie 2026, lidnummer ${index}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`

import { create } from 'xmlbuilder2'
import { cents, euroAmount, type Cents } from '../domain/money'
import type { LocalDate } from '../domain/localDate'
import type { Statement, StatementEntry } from './statement'

export type { StatementEntry } from './statement'

/** A statement to write: what the reader gives back, without what follows from the rest. */
export type WritableStatement = Omit<Statement, 'balanced' | 'pendingCount' | 'openingCents' | 'openingDate' | 'closingDate'> & {
  readonly openingCents: Cents
  readonly openingDate: LocalDate
  readonly closingDate: LocalDate
}

export type Camt053Version = '02' | '08'

/**
 * A camt.053 file with one statement, version .001.08 or .001.02, for demo data and simulated banks: real ones come from a bank. The closing
 * balance is the given one, else opening + entries. An entry with a payment group but no end-to-end id becomes one line for the batch.
 */
export function writeCamt053(statement: WritableStatement, version: Camt053Version = '08'): string {
  const closing = statement.closingCents ?? statement.entries.reduce((balance, { amountCents }) => balance + amountCents, statement.openingCents as number)
  const createdAt = `${statement.closingDate}T23:59:00`
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    Document: {
      '@xmlns': `urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}`,
      BkToCstmrStmt: {
        GrpHdr: { MsgId: statement.id, CreDtTm: createdAt },
        Stmt: {
          Id: statement.id, ...optional('ElctrncSeqNb', statement.sequence), CreDtTm: createdAt,
          Acct: { Id: { IBAN: statement.iban }, Ccy: 'EUR' },
          Bal: [balance('OPBD', statement.openingCents, statement.openingDate), balance('CLBD', cents(closing), statement.closingDate)],
          Ntry: statement.entries.map((entry) => movement(entry, version)),
        },
      },
    },
  }).end()
}

const balance = (type: string, amount: Cents, date: LocalDate) =>
  ({ Tp: { CdOrPrtry: { Cd: type } }, ...signedAmount(amount), Dt: { Dt: date } })

function movement(entry: StatementEntry, version: Camt053Version) {
  const isBatch = entry.endToEndId === undefined && entry.pmtInfId !== undefined
  return {
    ...signedAmount(entry.amountCents),
    ...optional('RvslInd', entry.isReversal ? 'true' : undefined),
    Sts: version === '02' ? 'BOOK' : { Cd: 'BOOK' },
    BookgDt: { Dt: entry.bookingDate },
    ValDt: { Dt: entry.valueDate },
    ...optional('AcctSvcrRef', entry.bankRef),
    BkTxCd: transactionCode(entry.code),
    NtryDtls: isBatch ? { Btch: batch(entry) } : { TxDtls: transaction(entry, version) },
    ...(isBatch ? optional('AddtlNtryInf', entry.description || undefined) : {}),
  }
}

const batch = (entry: StatementEntry) =>
  ({ ...optional('MsgId', entry.msgId), ...optional('PmtInfId', entry.pmtInfId), ...optional('NbOfTxs', entry.txCount?.toString()) })

/** In the order of the schema; .02 has a party's name and the amount one level apart from where .08 has them. */
function transaction(entry: StatementEntry, version: Camt053Version) {
  const role = entry.amountCents >= 0 || entry.isReversal || entry.code?.startsWith('IDDT/') ? 'Dbtr' : 'Cdtr'
  const name = optional('Nm', entry.counterName)
  const party = version === '02' ? name : { Pty: name }
  const amount = { '@Ccy': 'EUR', '#': euroAmount(cents(Math.abs(entry.amountCents))) }
  return {
    Refs: {
      ...optional('MsgId', entry.msgId), ...optional('PmtInfId', entry.pmtInfId),
      EndToEndId: entry.endToEndId ?? 'NOTPROVIDED', ...optional('MndtId', entry.mandateId),
    },
    ...(version === '02' ? { AmtDtls: { TxAmt: { Amt: amount } } } : signedAmount(entry.amountCents)),
    ...(entry.counterName === undefined && entry.counterIban === undefined ? {} : {
      RltdPties: {
        ...(entry.counterName === undefined ? {} : { [role]: party }),
        ...(entry.counterIban === undefined ? {} : { [`${role}Acct`]: { Id: { IBAN: entry.counterIban } } }),
      },
    }),
    ...(entry.description === '' ? {} : { RmtInf: { Ustrd: entry.description } }),
    ...(entry.returnReason === undefined ? {} : { RtrInf: { Rsn: { Cd: entry.returnReason } } }),
  }
}

function transactionCode(code: string | undefined) {
  const [family, subFamily] = code?.split('/') ?? []
  if (family !== undefined && subFamily !== undefined) return { Domn: { Cd: 'PMNT', Fmly: { Cd: family, SubFmlyCd: subFamily } } }
  return { Prtry: { Cd: code ?? 'NTRF' } }
}

const signedAmount = (amount: Cents) =>
  ({ Amt: { '@Ccy': 'EUR', '#': euroAmount(cents(Math.abs(amount))) }, CdtDbtInd: amount < 0 ? 'DBIT' : 'CRDT' })

const optional = (name: string, value: string | undefined): Record<string, string> => (value === undefined ? {} : { [name]: value })

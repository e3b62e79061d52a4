import { create } from 'xmlbuilder2'
import type { LocalDate } from '../../src/domain/localDate'
import { cents, euroAmount, sumCents, type Cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'

/** A movement that the bank will book, or booked, as one, with what it consists of. */
export type NotifiedEntry = {
  readonly reference: string
  readonly bookingDate: LocalDate
  readonly valueDate: LocalDate
  /** The payment group of a collection that is booked as one. */
  readonly pmtInfId?: string | undefined
  readonly parts: readonly StatementEntry[]
}

export type Notification = { readonly iban: string; readonly id: string; readonly entries: readonly NotifiedEntry[] }

/** A camt.054 file with one notification, version .001.08 or .001.02, for simulated banks. */
export const writeCamt054 = ({ iban, id, entries }: Notification, version: '02' | '08' = '08'): string =>
  create({ version: '1.0', encoding: 'UTF-8' }, {
    Document: {
      '@xmlns': `urn:iso:std:iso:20022:tech:xsd:camt.054.001.${version}`,
      BkToCstmrDbtCdtNtfctn: {
        GrpHdr: { MsgId: id, CreDtTm: '2026-01-01T12:00:00' },
        Ntfctn: { Id: id, CreDtTm: '2026-01-01T12:00:00', Acct: { Id: { IBAN: iban }, Ccy: 'EUR' }, Ntry: entries.map((entry) => movement(entry, version)) },
      },
    },
  }).end()

function movement({ reference, bookingDate, valueDate, pmtInfId, parts }: NotifiedEntry, version: '02' | '08') {
  const isReversal = parts.some((part) => part.isReversal)
  return {
    ...signed(sumCents(parts.map(({ amountCents }) => amountCents))),
    ...(isReversal ? { RvslInd: 'true' } : {}),
    Sts: version === '02' ? 'BOOK' : { Cd: 'BOOK' },
    BookgDt: { Dt: bookingDate },
    ValDt: { Dt: valueDate },
    AcctSvcrRef: reference,
    BkTxCd: { Domn: { Cd: 'PMNT', Fmly: { Cd: 'IDDT', SubFmlyCd: isReversal ? 'UPDD' : 'ESDD' } } },
    NtryDtls: { Btch: { ...optional('PmtInfId', pmtInfId), NbOfTxs: String(parts.length) }, TxDtls: parts.map((part) => detail(part, version)) },
  }
}

function detail(part: StatementEntry, version: '02' | '08') {
  const name = optional('Nm', part.counterName)
  return {
    Refs: { ...optional('AcctSvcrRef', part.bankRef), ...optional('PmtInfId', part.pmtInfId), EndToEndId: part.endToEndId ?? 'NOTPROVIDED', ...optional('MndtId', part.mandateId) },
    ...(version === '02' ? { AmtDtls: { TxAmt: { Amt: signed(part.amountCents).Amt } } } : signed(part.amountCents)),
    ...(part.counterIban === undefined ? {} : { RltdPties: { Dbtr: version === '02' ? name : { Pty: name }, DbtrAcct: { Id: { IBAN: part.counterIban } } } }),
    ...(part.description === '' ? {} : { RmtInf: { Ustrd: part.description } }),
    ...(part.returnReason === undefined ? {} : { RtrInf: { Rsn: { Cd: part.returnReason } } }),
  }
}

const signed = (amount: Cents) => ({ Amt: { '@Ccy': 'EUR', '#': euroAmount(cents(Math.abs(amount))) }, CdtDbtInd: amount < 0 ? 'DBIT' : 'CRDT' })

const optional = (name: string, value: string | undefined): Record<string, string> => (value === undefined ? {} : { [name]: value })

import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { limitClash, type LimitLevel } from '../../src/domain/contractLimits'
import { cents, formatEuro } from '../../src/domain/money'
import { normaliseIban } from '../../src/formats/iban'
import { languageOf, type TextCode } from '../../src/i18n/text'
import { refuse } from '../refuse'

type Doc = Readonly<Record<string, unknown>>

/** Writes the account as banks do, whatever spaces it came with; of the limits in the contract, each fits in the larger ones. */
export const keepCreditorSound: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const given = typeof data?.iban === 'string' ? { ...data, iban: normaliseIban(data.iban) } : data
  const whole: Doc = { ...originalDoc, ...given }
  refuseClash(req, whole, (level) => `${level}MaxAmountCents`, (most) => formatEuro(cents(most), languageOf(req.i18n.language)))
  refuseClash(req, whole, (level) => `${level}MaxCount`, String)
  return given
}

function refuseClash(req: PayloadRequest, doc: Doc, fieldOf: (level: LimitLevel) => string, shown: (most: number) => string): void {
  const limitAt = (level: LimitLevel): number | undefined => { const limit = doc[fieldOf(level)]; return typeof limit === 'number' ? limit : undefined }
  const clash = limitClash({ instruction: limitAt('instruction'), batch: limitAt('batch'), day: limitAt('day'), month: limitAt('month') })
  if (clash) throw refuse({ req, path: fieldOf(clash.level) }, sentences[clash.above], { most: shown(clash.most) })
}

const sentences: Readonly<Record<LimitLevel, TextCode>> = {
  instruction: 'LIMIT_ABOVE_BATCH', batch: 'LIMIT_ABOVE_BATCH', day: 'LIMIT_ABOVE_DAY', month: 'LIMIT_ABOVE_MONTH',
}

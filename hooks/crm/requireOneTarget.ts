import type { CollectionBeforeValidateHook } from 'payload'
import { refuse } from '../refuse'

/** A function is held at an organ or at another relation: at exactly one of the two, and ends after it began. */
export const requireOneTarget: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (Boolean(whole.organ) === Boolean(whole.target)) throw refuse({ req, path: 'organ' }, 'FUNCTION_ONE_TARGET')
  if (whole.startDate && whole.endDate && whole.endDate < whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  return data
}

import type { TextareaFieldValidation } from 'payload'
import { assertMatchTexts } from '../../src/domain/matchTexts'
import { sentenceOf } from '../refuse'

/** Each line by which a fund recognises a gift is long enough to mean that fund. */
export const validateMatchTexts: TextareaFieldValidation = (value, { req }) => sentenceOf(req.i18n.language, () => assertMatchTexts(value ?? ''))

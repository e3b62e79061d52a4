import { APIError, type PayloadRequest } from 'payload'
import { text, type TextCode } from '../src/i18n/text'

/** The error that tells why something stays, one row or many at a time, in the language of whoever asked. */
export const refuseDeletion = (req: PayloadRequest, code: TextCode, params: Readonly<Record<string, string | number>> = {}): APIError =>
  new APIError(text(req.i18n.language, code, params), 400, null, true)

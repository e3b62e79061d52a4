import { assertCreditorId } from '../../src/formats/creditorId'
import { textValidation } from '../textValidation'

/** An identifier as the bank gave it, with right check digits. */
export const validateCreditorId = textValidation(assertCreditorId)

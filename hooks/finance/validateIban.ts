import { assertIban } from '../../src/formats/iban'
import { textValidation } from '../textValidation'

/** A SEPA account whose check digits are right. */
export const validateIban = textValidation(assertIban)

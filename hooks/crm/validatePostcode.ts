import { assertPostcode } from '../../src/domain/postcode'
import { textValidation } from '../textValidation'

/** Four digits and two letters for the Netherlands; other countries as they write theirs. */
export const validatePostcode = textValidation(assertPostcode)

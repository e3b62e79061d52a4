import { assertIdentifier } from '../../src/formats/sepaText'
import { textValidation } from '../textValidation'

/** At most 35 characters that banks accept, as they stand. */
export const validateMandateReference = textValidation(assertIdentifier)

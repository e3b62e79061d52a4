import { sepaName } from '../../src/formats/sepaText'
import { textValidation } from '../textValidation'

/** A name of which something is left in the characters that banks accept. */
export const validateSepaName = textValidation(sepaName)

import { assertVatNumber } from '../../src/domain/vatNumber'
import { textValidation } from '../textValidation'

/** A VAT number of the shape its country uses. */
export const validateVatNumber = textValidation(assertVatNumber)

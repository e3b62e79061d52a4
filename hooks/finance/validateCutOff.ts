import { assertTimeOfDay } from '../../src/domain/bankProfile'
import { textValidation } from '../textValidation'

/** A time of day, such as 12:30. */
export const validateCutOff = textValidation(assertTimeOfDay)

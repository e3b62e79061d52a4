import type { Leaf } from '../../../src/rules/rule'

const timeless = ['relation.', 'address.', 'preferences.', 'selection.', 'custom.text.', 'custom.number.', 'custom.yesNo.']

/** Whether a question has the same answer on every day, as long as the facts stay the same. */
export const isTimeless = ({ field }: Leaf): boolean => timeless.some((start) => field.startsWith(start))

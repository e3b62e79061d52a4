import { Mark } from './Mark'

/** The mark alone, for the navigation and the step navigation. */
export const Icon = () => <Mark size={22} />

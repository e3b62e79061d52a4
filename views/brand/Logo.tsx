import { Mark } from './Mark'
import './brand.css'

/** Kring's name and mark, for the login screen. */
export const Logo = () => (
  <div className="kring-logo">
    <Mark size={56} />
    <span>Kring</span>
  </div>
)

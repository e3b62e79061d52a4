import type { StaffRole } from '../access/rights'

/** Who can log in to the demo. `staffRole` is absent for the representative: that follows from the function of a relation. */
export type DemoLogin = { readonly role: string; readonly name: string; readonly email: string; readonly password: string; readonly staffRole?: StaffRole }

const accounts: readonly Omit<DemoLogin, 'password'>[] = [
  { role: 'Functioneel beheerder', name: 'Bea Beheer', email: 'beheerder@kring.example', staffRole: 'administrator' },
  { role: 'Ledenadministratie', name: 'Leo Leden', email: 'ledenadministratie@kring.example', staffRole: 'membership' },
  { role: 'Financiën', name: 'Fien Financiën', email: 'financien@kring.example', staffRole: 'finance' },
  { role: 'Fondsenwerving', name: 'Fons Werving', email: 'fondsenwerving@kring.example', staffRole: 'fundraising' },
  { role: 'Vertegenwoordiger', name: 'Vera Vertegenwoordiger', email: 'vertegenwoordiger@kring.example' },
]

/** One login for each role, the administrator first; all with the password that this installation made up for itself. */
export const demoLogins = (password: string): readonly DemoLogin[] => accounts.map((account) => ({ ...account, password }))

import type { ReactNode } from 'react'

/** What stands where a list would: why it is empty and what to do. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="kring-empty">{children}</p>

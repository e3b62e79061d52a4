import type { ReactNode } from 'react'

/** What came of an action, told where it was done and read out by a screen reader. */
export const Notice = ({ tone, children }: { readonly tone: 'good' | 'wrong' | 'plain'; readonly children: ReactNode }) => (
  <div className={`kring-notice ${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>{children}</div>
)

import type { ReactNode } from 'react'

/** The figures that matter, on top of a screen. */
export const Figures = ({ children }: { readonly children: ReactNode }) => <dl className="kring-figures">{children}</dl>

/** One figure; with `href` it leads to what it is made of. */
export const Figure = ({ label, href, children }: { readonly label: string; readonly href?: string | undefined; readonly children: ReactNode }) => (
  <div className="kring-figure">
    <dt>{label}</dt>
    <dd>{href ? <a href={href}>{children}</a> : children}</dd>
  </div>
)

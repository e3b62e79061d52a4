/** The mark: a circle of people with an open place, in the colour of the text around it. */
export const Mark = ({ size }: { readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    <path d="M26.6 10.2A12 12 0 1 0 28 16" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    <circle cx="16" cy="16" r="4.5" fill="var(--kring-accent, #1f6f5c)" />
    <circle cx="24.6" cy="7.4" r="2.6" fill="var(--kring-accent, #1f6f5c)" />
  </svg>
)

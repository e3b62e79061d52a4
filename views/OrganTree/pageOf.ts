/** The page asked for in an address, the first where it is no number. */
export const pageOf = (asked: string | undefined): number => Math.min(1_000_000, Math.max(1, Math.trunc(Number(asked ?? 1)) || 1))

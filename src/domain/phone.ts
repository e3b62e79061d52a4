/** The digits of a phone number as one dials it here: `+31 (0)6 1234`, `00316-1234` and `06 1234` all become `061234`. */
export function normalisePhone(text: string): string {
  const international = text.trim().replace(/^\+/, '00').replace(/\(0\)/, '')
  return international.replace(/\D/g, '').replace(/^0031(?=\d)0?/, '0')
}

/** Whether a text that someone types can only be (the start of) a phone number. */
export const isPhoneLike = (text: string): boolean =>
  /^\+?[\d\s().\-/]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 3

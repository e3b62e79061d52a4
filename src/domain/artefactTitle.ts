/** From what the name of a CRM item of an organ is made. */
export type ArtefactNaming = { readonly template: string; readonly organTitle: string; readonly code: string | null; readonly organ: number; readonly action: number }

/** Where the name of the organ goes in the template of an action. */
export const organPlaceholder = '{orgaan}'

/** Leaves room for what makes a name unique within the 140 characters that lists and views have. */
const longest = 110

/** The names that an item may have, the plainest first: with the code of the organ, and with numbers, where others have the name already. */
export function artefactTitles({ template, organTitle, code, organ, action }: ArtefactNaming): readonly [string, ...string[]] {
  const plain = [...template.replaceAll(organPlaceholder, organTitle)].slice(0, longest).join('').trim()
  return [plain, ...(code ? [`${plain} (${code})`] : []), `${plain} (#${organ})`, `${plain} (#${organ}.${action})`]
}

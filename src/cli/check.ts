/** One thing that was looked at, what was found, and where it is wrong how to mend it. */
export type Check = { readonly name: string; readonly isOk: boolean; readonly found: string; readonly mend?: { readonly nl: string; readonly en: string } }

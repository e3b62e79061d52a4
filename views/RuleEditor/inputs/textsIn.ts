/** The texts in what was typed or pasted, apart from each other by a comma, a semicolon, a tab or a new line; each once. */
export const textsIn = (pasted: string): readonly string[] => [...new Set(pasted.split(/[\n\r\t,;]+/).map((text) => text.trim()).filter(Boolean))]

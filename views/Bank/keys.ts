/** What a key does on the list of bank lines. */
export type Command = 'next' | 'previous' | 'open' | 'accept' | 'split' | 'ledger' | 'invoice' | 'donation' | 'undo' | 'search' | 'help' | 'close'

const commands: Readonly<Record<string, Command>> = {
  ArrowDown: 'next', j: 'next', ArrowUp: 'previous', k: 'previous', Enter: 'open', a: 'accept', s: 'split', g: 'ledger', f: 'invoice', d: 'donation', z: 'undo', '/': 'search', '?': 'help', Escape: 'close',
}

type Press = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean }

/** The command of a key; none together with Ctrl, Alt or Command, which belong to the browser. */
export const commandOf = ({ key, ctrlKey, metaKey, altKey }: Press): Command | undefined =>
  (ctrlKey || metaKey || altKey ? undefined : commands[key.length === 1 ? key.toLowerCase() : key])

/** Tells the person at the keyboard something, in Dutch with the English below it. */
export function say(dutch: string, english: string): void {
  process.stdout.write(`${dutch}\n${english}\n`)
}

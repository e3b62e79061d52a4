/** Where a command says what it found: words for people, or with `--json` one value for machines and nothing else. */
export type Output = {
  readonly json: boolean
  /** A line for people; silent with `--json`. */
  print(text: string): void
  /** A piece of an answer that is too large to have in memory, as it stands. */
  write(text: string): void
  /** The answer of the command. */
  result(value: unknown, human: () => string): void
}

/** An output that writes to the given stream, standard output by default. */
export function createOutput(json: boolean, write: (text: string) => void = (text) => { process.stdout.write(text) }): Output {
  return {
    json,
    print: (text) => { if (!json) write(`${text}\n`) },
    write,
    result: (value, human) => write(`${json ? JSON.stringify(value) : human()}\n`),
  }
}

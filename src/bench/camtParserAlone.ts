// Reads a camt.053 with the npm package `camt-parser`, which takes it whole, and prints the milliseconds. A process of its own: what it holds is not ours.
import { readFileSync } from 'node:fs'
import { parseCamt053 } from 'camt-parser'
import { timed } from './measure'

process.stdout.write(String(Math.round(await timed(() => parseCamt053(readFileSync(process.argv[2] ?? '', 'utf8'))))))

import { bench } from '../cli/bench'
import { createOutput } from '../cli/output'
const args = process.argv.slice(2)
process.exit(await bench(args, createOutput(args.includes('--json'))))

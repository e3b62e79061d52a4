/** A change on the way: the same dice give the same change. */
export type Mutation = (bytes: Uint8Array, random: (limit: number) => number) => Uint8Array
const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\n')
const toBytes = (lines: readonly string[]) => Buffer.from(lines.join('\n'), 'latin1')

/** What happens to files: bits that flip, ends that are missing, lines that are lost, doubled or swapped, and amounts that are none. */
export const mutations: readonly Mutation[] = [
  function flip(bytes, random) {
    const changed = Uint8Array.from(bytes)
    const at = random(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
    return changed
  },
  function overwrite(bytes, random) {
    const changed = Uint8Array.from(bytes)
    for (let times = random(4); times >= 0; times -= 1) changed[random(changed.length)] = random(256)
    return changed
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => bytes.subarray(random(bytes.length)),
  (bytes, random) => toBytes(linesOf(bytes).toSpliced(random(linesOf(bytes).length), 1)),
  function duplicateLine(bytes, random) {
    const lines = linesOf(bytes)
    const at = random(lines.length)
    return toBytes(lines.toSpliced(at, 0, lines[at] ?? ''))
  },
  function swapLines(bytes, random) {
    const lines = linesOf(bytes)
    const [one, other] = [random(lines.length), random(lines.length)]
    return toBytes(lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''))
  },
  (bytes, random) => toBytes(linesOf(bytes).map((line, index) => (index === random(20) ? line.replace(/^:\d\d[A-Z]?:/, [':61:', ':60F:', ':62F:', ':86:', ':20:'][random(5)] ?? '') : line))),
  (bytes, random) => Buffer.from(Buffer.from(bytes).toString('latin1').replace(/\d+[.,]\d*/, ['NaN', '1e308', '-5,00', '99999999999999999999,00', '0x10,', '1,005', 'Infinity', '١,٠٠'][random(8)] ?? '')),
]

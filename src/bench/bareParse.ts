import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { timed } from './measure'

/**
 * The milliseconds in which a bare parser goes through a file without keeping anything: `xmllint --noout --stream`
 * where that is installed, and otherwise the parser that Kring itself reads with.
 */
export async function bareParse(text: string): Promise<number> {
  if (!hasXmllint()) return timed(async () => { new SaxesParser().write(text).close() })
  const folder = mkdtempSync(join(tmpdir(), 'kring-bench-'))
  const file = join(folder, 'file.xml')
  writeFileSync(file, text)
  try {
    return await timed(async () => assertRead(spawnSync('xmllint', ['--noout', '--stream', file])))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const hasXmllint = (): boolean => spawnSync('xmllint', ['--version']).status === 0

function assertRead({ status, stderr }: { status: number | null; stderr: Buffer }): void {
  if (status !== 0) throw new Error(`xmllint does not read the file: ${stderr.toString()}`)
}

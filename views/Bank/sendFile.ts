'use client'
import type { ImportedReport } from '../../src/operations/importStatusReport'
import type { StatementImport } from '../../src/operations/importBankFile'
import type { Answer } from '../parts/postJson'

/** What came of a file, or of one file in a zip. */
export type ToldFile = { readonly name: string; readonly statements?: StatementImport; readonly report?: ImportedReport; readonly refusal?: { readonly code: string; readonly message: string } }

const longestName = 200

/** Sends the bytes of a file, under a key by which its progress is told. */
export async function sendFile(file: File, key: string, failed: string): Promise<Answer<{ readonly files: readonly ToldFile[] }>> {
  const asked = new URLSearchParams({ name: file.name.slice(-longestName), key })
  try {
    const response = await fetch(`/api/bank-imports/upload?${asked}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/octet-stream' }, body: file })
    const data = await response.json() as { readonly files?: readonly ToldFile[]; readonly errors?: readonly { readonly message?: string }[] }
    if (response.ok && data.files) return { ok: true, data: { files: data.files } }
    return { ok: false, message: (data.errors ?? []).flatMap(({ message }) => message ?? []).join(' ') || failed }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return { ok: false, message: failed }
    throw error
  }
}

'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type DragEvent } from 'react'
import { languageOf } from '../../src/i18n/text'
import './bank.css'
import { FileOutcome, type ReadFile } from './FileOutcome'
import { sendFile } from './sendFile'
import { uploadTexts } from './uploadTexts'

/** The button that reads files of the bank, several at once or a zip, whatever they are called; each is taken whole or not at all, and what came of it is told. */
export const UploadBankFiles = () => {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  const t = uploadTexts[language]
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<readonly ReadFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isOver, setOver] = useState(false)
  const read = async (given: readonly File[]) => {
    if (given.length === 0 || isBusy) return
    setBusy(true)
    const waiting = given.map((file): ReadFile => ({ key: crypto.randomUUID(), name: file.name, state: 'waiting' }))
    setFiles(waiting)
    for (const [place, file] of given.entries()) {
      const one = waiting[place]
      if (!one) continue
      const tell = (news: ReadFile) => setFiles((known) => known.map((other) => (other.key === one.key ? news : other)))
      tell({ ...one, state: 'busy' })
      tell({ ...one, state: 'done', answer: await sendFile(file, one.key, t.failed) })
    }
    if (input.current) input.current.value = ''
    setBusy(false)
    router.refresh()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void read([...event.dataTransfer.files])
  }
  return (
    <div className={`kring-upload${isOver ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input ref={input} type="file" multiple accept=".xml,.zip,.sta,.940,.mt940,.swi,.txt,text/xml,application/xml,application/zip,text/plain" hidden aria-label={t.choose} onChange={(event) => void read([...(event.target.files ?? [])])} />
      <Button disabled={isBusy} onClick={() => input.current?.click()} type="button">{isBusy ? t.busy : t.choose}</Button>
      <p className="kring-hint">{t.hint}</p>
      {files.map((file) => <FileOutcome key={file.key} file={file} language={language} />)}
    </div>
  )
}

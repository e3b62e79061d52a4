import PDFDocument from 'pdfkit'
import type { LocalDate } from '../domain/localDate'
import { winAnsi } from './winAnsi'

type PdfDocument = InstanceType<typeof PDFDocument>

/** Where things stand on a sheet of A4, in points; the address shows through the window of a Dutch envelope. */
export const sheet = { left: 62, right: 533, top: 56, bottom: 780, addressTop: 142, bodyTop: 252 } as const
export const fonts = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const

type Words = { readonly x?: number; readonly y?: number; readonly width?: number; readonly align?: 'left' | 'right'; readonly isBold?: boolean; readonly size?: number; readonly gap?: number }

/** A sheet of paper being written: a thin hand on pdfkit that shows only what the font has. */
export type Paper = {
  readonly write: (text: string, words?: Words) => void
  readonly line: () => void
  readonly at: () => number
  readonly moveTo: (y: number) => void
  /** Begins another sheet where less than so many points are left. */
  readonly makeRoom: (points: number) => void
  readonly newSheet: () => void
}

/**
 * Writes sheets into one PDF. The same words give the same bytes: nothing of the clock or of chance goes in, the day of
 * the document is that of its making.
 */
export async function onPaper(title: string, date: LocalDate, write: (paper: Paper) => void): Promise<Buffer> {
  const made = new Date(`${date}T12:00:00Z`)
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: winAnsi(title), Producer: 'Kring', Creator: 'Kring', CreationDate: made, ModDate: made } })
  const bytes = collected(pdf)
  write(paperOf(pdf))
  pdf.end()
  return bytes
}

function paperOf(pdf: PdfDocument): Paper {
  const newSheet = () => { pdf.addPage({ size: 'A4', margin: 0 }); pdf.y = sheet.top }
  return {
    newSheet,
    write: (text, { x = sheet.left, y = pdf.y, width = sheet.right - x, align = 'left', isBold = false, size = 10, gap = 3 } = {}) => {
      pdf.font(isBold ? fonts.bold : fonts.plain).fontSize(size).text(winAnsi(text), x, y, { width, align, lineGap: gap })
    },
    line: () => { pdf.moveTo(sheet.left, pdf.y + 2).lineTo(sheet.right, pdf.y + 2).lineWidth(0.5).strokeColor('#888888').stroke(); pdf.y += 8 },
    at: () => pdf.y,
    moveTo: (y) => { pdf.y = y },
    makeRoom: (points) => { if (pdf.y + points > sheet.bottom) newSheet() },
  }
}

const collected = (pdf: PdfDocument): Promise<Buffer> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  pdf.on('end', () => resolve(Buffer.concat(chunks)))
  pdf.on('error', reject)
})

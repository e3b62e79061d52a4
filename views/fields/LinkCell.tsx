'use client'
import { Link } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

/** The screen on which a document is read, where that is another than the form. */
const readAt: Readonly<Record<string, string>> = { relations: 'card', 'debit-batches': 'overview', 'bank-statements': 'lines', 'bank-imports': 'overview', 'bank-transactions': 'overview' }

/** The name in a list leads to the screen on which the document is read. */
export const LinkCell = ({ cellData, collectionSlug, rowData }: DefaultCellComponentProps) => (
  <Link href={`/admin/collections/${collectionSlug}/${rowData?.id}/${readAt[collectionSlug] ?? ''}`}>{String(cellData ?? '')}</Link>
)

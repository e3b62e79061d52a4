'use client'
import { Link, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

const words = { nl: 'Bankregel', en: 'Bank line' } as const

/** In a list of money: the bank line that it came by. */
export const BankLineCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const id: unknown = typeof cellData === 'object' && cellData !== null && 'id' in cellData ? cellData.id : cellData
  if (typeof id !== 'number') return null
  return <Link href={`/admin/collections/bank-transactions/${id}/overview`}>{words[i18n.language === 'en' ? 'en' : 'nl']}</Link>
}

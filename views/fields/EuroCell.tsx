'use client'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { cents, formatEuro } from '../../src/domain/money'

/** An amount in a list: `€ 1.234,56`. */
export const EuroCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  if (typeof cellData !== 'number') return null
  return <span className="kring-amount">{formatEuro(cents(cellData), i18n.language === 'en' ? 'en' : 'nl')}</span>
}

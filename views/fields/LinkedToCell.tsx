'use client'
import { Link, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import type { LinkedTo } from '../../src/operations/tellLinkedTo'
import { linkAddress } from '../OnlinePayment/linkAddress'
import { texts } from '../OnlinePayment/texts'

/** What a payment was for (Gekoppeld aan): a link for who may open it, else the words alone; where it was for nothing, the way to link it (R-ONL-1, R-ONL-2). */
export const LinkedToCell = ({ cellData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const linked = cellData as LinkedTo | undefined
  if (!linked) return null
  const address = linkAddress(linked)
  if (address === undefined) return <span>{linked.label}</span>
  if (linked.kind !== 'nothing') return <Link href={address}>{linked.label}</Link>
  return <span>{linked.label} · <Link href={address}>{texts[i18n.language === 'en' ? 'en' : 'nl'].link}</Link></span>
}

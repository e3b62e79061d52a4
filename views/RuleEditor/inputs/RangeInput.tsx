'use client'
import type { ComponentType } from 'react'
import { texts } from '../texts'
import type { InputProps } from './inputProps'

/** From one value up to and including another, each with its own input. */
export const RangeInput = ({ Bound, ...props }: InputProps & { readonly Bound: ComponentType<InputProps> }) => {
  const t = texts[props.language]
  const [from, to] = Array.isArray(props.value) ? (props.value as readonly unknown[]) : []
  return (
    <>
      <Bound {...props} label={`${props.label}: ${t.from}`} value={from} onChange={(value) => props.onChange([value, to])} />
      <span>{t.upTo}</span>
      <Bound {...props} label={`${props.label}: ${t.to}`} value={to} onChange={(value) => props.onChange([from, value])} />
    </>
  )
}

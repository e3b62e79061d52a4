'use client'
import type { ActionProps } from 'react-querybuilder'

/** A button that adds or removes; nothing where nothing may be changed. */
export const Action = ({ label, title, disabled, className, handleOnClick }: ActionProps) =>
  (disabled ? null : <button type="button" className={className} title={title} aria-label={title} onClick={() => handleOnClick()}>{label}</button>)

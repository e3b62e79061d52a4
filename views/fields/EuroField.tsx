'use client'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useState } from 'react'
import { DomainError } from '../../src/domain/domainError'
import { cents, euroAmount, parseEuro } from '../../src/domain/money'

const shown = (value: unknown): string => (typeof value === 'number' && Number.isSafeInteger(value) ? euroAmount(cents(value)).replace('.', ',') : '')

/** An amount is typed in euros and kept in cents. What cannot be read is left as it was typed, for the server to refuse. */
export const EuroField = ({ field, path, readOnly }: NumberFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<number | string | null>({ potentiallyStalePath: path })
  const { i18n } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(text)
    setValue(centsOf(text))
  }
  return (
    <div className={`field-type number ${showError ? 'error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap kring-euro">
        <FieldError path={path} message={errorMessage} showError={showError} />
        <span aria-hidden="true">€</span>
        <input id={`field-${path.replace(/\./g, '__')}`} name={path} inputMode="decimal" lang={i18n.language} placeholder="0,00"
          disabled={readOnly || disabled || field.admin?.readOnly} value={typed ?? shown(value)}
          onChange={(event) => change(event.target.value)} onBlur={() => setTyped(typeof value === 'number' ? undefined : typed)} />
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function centsOf(text: string): number | string | null {
  if (text.trim() === '') return null
  try {
    return parseEuro(text)
  } catch (error) {
    if (error instanceof DomainError) return text
    throw error
  }
}

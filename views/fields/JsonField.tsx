'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useState } from 'react'

const shown = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2))

/** JSON as plain text, without an editor from elsewhere. What cannot be read stays as typed, for the server to refuse. */
export const JsonField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ potentiallyStalePath: path })
  const [typed, setTyped] = useState<string>()
  const text = typed ?? shown(value)
  const change = (next: string) => {
    setTyped(next)
    setValue(next.trim() === '' ? null : parsed(next))
  }
  return (
    <div className={`field-type textarea ${showError ? 'error' : ''}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} message={errorMessage} showError={showError} />
        <textarea id={`field-${path}`} name={path} className="kring-json" rows={Math.min(24, text.split('\n').length + 1)} spellCheck={false}
          disabled={readOnly || disabled || field.admin?.readOnly} value={text} onChange={(event) => change(event.target.value)} />
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

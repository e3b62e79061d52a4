'use client'
import { FieldDescription, FieldError, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { RuleEditor } from '../RuleEditor/RuleEditor'

/** The editor of rules as the field of a form; what is stored stays plain JSON. */
export const RuleField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ potentiallyStalePath: path })
  const { i18n } = useTranslation()
  const isFixed = readOnly === true || disabled === true || field.admin?.readOnly === true
  return (
    <div className={`field-type kring-rule-field ${showError ? 'error' : ''}`} id={`field-${path}`}>
      <FieldLabel as="span" label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} message={errorMessage} showError={showError} />
        <RuleEditor value={value} onChange={(rule) => setValue(rule ?? null)} language={i18n.language === 'en' ? 'en' : 'nl'} readOnly={isFixed} />
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

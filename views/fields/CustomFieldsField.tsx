'use client'
import { FieldError, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import type { Language } from '../../src/i18n/text'
import { Notice } from '../parts/Notice'
import { CustomValueInput } from './CustomValueInput'
import { useCustomFields } from './useCustomFields'
import { valueOf, withValue } from './customValues'

const words = { nl: { title: 'Vrije velden', failed: 'De vrije velden konden niet worden opgehaald. Ververs de pagina.' }, en: { title: 'Custom fields', failed: 'The custom fields could not be fetched. Refresh the page.' } } as const satisfies Record<Language, Record<string, string>>

/** What an organisation notes about relations itself: an input for each custom field, nothing where there are none. */
export const CustomFieldsField = ({ field, path, readOnly }: JSONFieldClientProps) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ potentiallyStalePath: path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'nl'
  const t = words[language]
  const fields = useCustomFields(t.failed)
  if (fields?.ok && fields.data.length === 0 && !showError) return null
  return (
    <fieldset className={`field-type kring-custom ${showError ? 'error' : ''}`} id={`field-${path}`}>
      <legend>{t.title}</legend>
      <div className="field-type__wrap"><FieldError path={path} message={errorMessage} showError={showError} /></div>
      {fields && !fields.ok && <Notice tone="wrong">{fields.message}</Notice>}
      <div className="kring-bar">
        {fields?.ok && fields.data.map((one) => (
          <label key={one.key}>{one.title}
            <CustomValueInput field={one} value={valueOf(value, one.key)} onChange={(next) => setValue(withValue(value, one.key, next))} label={one.title}
              isDisabled={readOnly === true || disabled === true || field.admin?.readOnly === true} language={language} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

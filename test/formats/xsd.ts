import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { sharedData } from './sharedData'

/** Checks a file against the ISO 20022 schema of a name such as `pain.008.001.08`; throws what libxml2 has against it. */
export type SchemaCheck = (xml: string) => void

/** The check of a schema, for as long as the tests run; undefined without the shared schemas. */
export function schemaCheck(name: string): SchemaCheck | undefined {
  if (sharedData === undefined) return undefined
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(join(sharedData, 'xsd', `${name}.xsd`))))
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
}

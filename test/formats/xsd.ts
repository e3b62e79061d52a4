import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { sharedData } from './sharedData'

/** Checks a file against a schema; throws what libxml2 has against it. */
export type SchemaCheck = (xml: string) => void

/** The check of an ISO 20022 schema such as `pain.008.001.08`, for as long as the tests run; undefined without the shared schemas. */
export const schemaCheck = (name: string): SchemaCheck | undefined =>
  sharedData === undefined ? undefined : checkOf(join(sharedData, 'xsd', `${name}.xsd`))

/** The check of the project's own, narrower schema of that name. */
export const ownSchemaCheck = (name: string): SchemaCheck =>
  checkOf(fileURLToPath(new URL(`../../src/formats/schemas/${name}.xsd`, import.meta.url)))

function checkOf(path: string): SchemaCheck {
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path)))
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
}

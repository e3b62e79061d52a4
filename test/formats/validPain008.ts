import { checkPain008, type CheckedFile } from '../../src/formats/pain008Check'
import { piecesOf } from '../../src/formats/xmlReader'
import { ownSchemaCheck, schemaCheck, type SchemaCheck } from './xsd'

/** A pain.008 file passes the checker, the project's own schema and, where it is at hand, that of ISO 20022; throws what is wrong. */
export function expectValidPain008(xml: string): CheckedFile {
  const checked = checkPain008(piecesOf(xml))
  for (const isValid of schemasOf(/pain\.008\.001\.\d\d/.exec(xml)?.[0] ?? '')) isValid(xml)
  return checked
}

const schemas = new Map<string, readonly SchemaCheck[]>()

/** Parsed once, and only by the tests that write such a file. */
function schemasOf(name: string): readonly SchemaCheck[] {
  const known = schemas.get(name) ?? [ownSchemaCheck(name), schemaCheck(name)].filter((check) => check !== undefined)
  schemas.set(name, known)
  return known
}

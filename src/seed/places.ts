import { existsSync, readFileSync } from 'node:fs'
import { readCsv } from '../formats/csv'
import { towns } from './geography'

/** A four-digit postcode and where it lies. */
export type Place = { readonly postcode: string; readonly town: string; readonly municipality: string; readonly province: string }

/** All postcodes with addresses out of a file with columns postcode, woonplaats, gemeente, provincie and soort; without the file those of the demo. */
export function readPlaces(file: string): readonly Place[] {
  if (!existsSync(file)) return towns.flatMap(({ postcodes, ...town }) => postcodes.map((postcode) => ({ ...town, postcode: String(postcode) })))
  return readCsv(readFileSync(file, 'utf8')).rows
    .filter(({ values }) => values['soort']?.startsWith('Adres') && values['gemeente'] && /^[1-9]\d{3}$/.test(values['postcode'] ?? ''))
    .map(({ values }) => ({ postcode: values['postcode'] ?? '', town: values['woonplaats'] ?? '', municipality: values['gemeente'] ?? '', province: values['provincie'] ?? '' }))
}

/** Fills in a piece of XML: every slot `{name}` gets its value, escaped; every slot `{!name}` gets markup as it is. */
export type XmlTemplate = (values: Readonly<Record<string, string | number>>) => string

/** Compiles a piece of XML with slots, so that a hundred thousand transactions cost no more than joining strings. */
export function xmlTemplate(xml: string): XmlTemplate {
  const parts = xml.split(/\{(!?\w+)\}/)
  return (values) => parts.map((part, index) => (index % 2 === 0 ? part : filled(part, values))).join('')
}

function filled(slot: string, values: Readonly<Record<string, string | number>>): string {
  const isMarkup = slot.startsWith('!')
  const value = values[isMarkup ? slot.slice(1) : slot]
  if (value === undefined) throw new TypeError(`The XML template has no value for ${slot}`)
  return isMarkup ? String(value) : escaped(String(value))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string): string => (/[&<>]/.test(text) ? text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign) : text)

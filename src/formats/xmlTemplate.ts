/** Fills in a piece of XML: every slot `{name}` gets its value, escaped; every slot `{!name}` gets markup as it is. */
export type XmlTemplate = (values: Readonly<Record<string, string | number>>) => string

type Slot = { readonly name: string; readonly isMarkup: boolean; readonly after: string }

/** Compiles a piece of XML with slots, so that a hundred thousand transactions cost no more than joining strings. */
export function xmlTemplate(xml: string): XmlTemplate {
  const [before = '', ...rest] = xml.split(/\{(!?\w+)\}/)
  const slots = rest.flatMap((slot, index) => (index % 2 === 0 ? [slotOf(slot, rest[index + 1] ?? '')] : []))
  return (values) => {
    let filled = before
    for (const slot of slots) filled += valueOf(slot, values) + slot.after
    return filled
  }
}

const slotOf = (slot: string, after: string): Slot => ({ name: slot.replace('!', ''), isMarkup: slot.startsWith('!'), after })

function valueOf({ name, isMarkup }: Slot, values: Readonly<Record<string, string | number>>): string {
  const value = values[name]
  if (value === undefined) throw new TypeError(`The XML template has no value for ${name}`)
  return isMarkup ? String(value) : escaped(String(value))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string): string => (/[&<>]/.test(text) ? text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign) : text)

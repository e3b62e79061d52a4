/**
 * Which layer may import which: the table of the design, one row a layer. A layer may always import itself. `types` is the generated
 * payload-types, which any layer that knows Payload may read; `config` is payload.config.ts, which knows everything.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  formats: ['domain'],
  online: ['domain'],
  rules: ['domain'],
  store: ['domain', 'rules', 'formats', 'types'],
  i18n: ['domain', 'types'],
  access: ['domain', 'i18n', 'store', 'types'],
  operations: ['store', 'formats', 'online', 'rules', 'domain', 'access', 'i18n', 'types'],
  endpoints: ['operations', 'store', 'access', 'domain', 'formats', 'online', 'i18n', 'types'],
  hooks: ['operations', 'domain', 'formats', 'rules', 'store', 'access', 'i18n', 'types'],
  collections: ['hooks', 'access', 'i18n', 'domain', 'operations', 'endpoints', 'rules', 'types'],
  jobs: ['operations', 'runtime', 'domain', 'i18n', 'config', 'types'],
  views: ['operations', 'store', 'formats', 'domain', 'access', 'i18n', 'rules', 'types'],
  seed: ['operations', 'store', 'formats', 'rules', 'domain', 'i18n', 'access', 'config', 'types'],
  runtime: ['seed', 'store', 'i18n', 'domain', 'config', 'types'],
  cli: ['operations', 'store', 'formats', 'rules', 'domain', 'i18n', 'access', 'runtime', 'seed', 'bench', 'config', 'types'],
  bench: ['operations', 'store', 'formats', 'rules', 'domain', 'runtime', 'seed', 'config', 'types'],
  app: ['views', 'access', 'operations', 'domain', 'i18n', 'runtime', 'config', 'types'],
  config: ['collections', 'hooks', 'views', 'endpoints', 'access', 'operations', 'store', 'domain', 'i18n', 'runtime', 'app', 'jobs'],
  types: [],
}

/** The layer of a file; undefined for one that lies where the design has no room for it. */
export function layerOf(path: string): string | undefined {
  if (path === 'payload.config.ts') return 'config'
  if (path === 'src/payload-types.ts') return 'types'
  if (path === 'src/proxy.ts') return 'app'
  const [first, second] = path.split('/')
  const name = first === 'src' ? second : first
  return name !== undefined && Object.hasOwn(layers, name) ? name : undefined
}

/** Layers that only compute: what they import from outside the house is written down here too. */
export const pureLayers: Readonly<Record<string, readonly RegExp[]>> = {
  domain: [],
  formats: [/^ibantools$/, /^saxes$/, /^xmlbuilder2$/, /^csv-parse(\/|$)/, /^zod$/, /^node:stream$/, /^node:zlib$/, /^pdfkit$/, /^yauzl$/],
  online: [/^zod$/, /^node:crypto$/],
  rules: [/^zod$/, /^@payloadcms\/db-postgres\/drizzle(\/|$)/],
}

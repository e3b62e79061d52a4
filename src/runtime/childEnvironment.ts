import type { Secrets } from './secrets'
import type { Settings } from './settings'

/** What every process of a running Kring finds in its environment; `payload.config.ts`, the worker and the mailer read these. */
export function childEnvironment(settings: Settings, secrets: Secrets, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    KRING_URL: settings.url,
    KRING_DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: process.env['PAYLOAD_SECRET'] || secrets.payloadSecret,
    ...(settings.smtpUrl ? { SMTP_URL: settings.smtpUrl } : {}),
  }
}

import { getPayload } from 'payload'
import { amsterdamDate } from '../domain/localDate'
import { loadDemo } from './demo'

/*
 * Loads the demo association into the database of DATABASE_URL and ends. The logins get the password of
 * KRING_DEMO_PASSWORD. A process of its own, as Payload keeps connections that only the end of the process lets go.
 */
async function load(): Promise<void> {
  const password = process.env['KRING_DEMO_PASSWORD']
  if (!password) throw new Error('KRING_DEMO_PASSWORD ontbreekt / is missing')
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config })
  const began = Date.now()
  await loadDemo(payload, { today: amsterdamDate(new Date()), password, report: ({ next }) => console.log(`${next}  ${((Date.now() - began) / 1000).toFixed(1)} s`) })
  console.log(`Klaar in / done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

load().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)

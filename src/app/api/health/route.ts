import { readHealth } from '../../../runtime/health'

export const dynamic = 'force-dynamic'

/** For the service that watches over this Kring: 200 when everything runs, 503 and what does not otherwise. */
export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}

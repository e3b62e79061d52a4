import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { z } from 'zod'
import { endpointRights, type EndpointName, type Role } from '../access/rights'
import { rolesOf } from '../access/rolesOf'
import { DomainError } from '../domain/domainError'
import { text, textOf } from '../i18n/text'
import { refusalOfDatabase } from '../store/databaseErrors'

type Door<Input> = {
  readonly name: EndpointName
  readonly method: 'get' | 'post'
  readonly path: string
  readonly input: z.ZodType<Input>
  /** `raw` leaves the body of a POST alone, for `handle` to read; what is asked then stands in the query. */
  readonly body?: 'raw'
  readonly handle: (req: PayloadRequest, input: Input) => Promise<unknown>
}

const refusal = (status: number, message: string): Response => Response.json({ errors: [{ message }] }, { status })

/** What the client sent: the body of a POST, the query of a GET, and the parts of the path either way. */
async function givenBy(req: PayloadRequest, takesBody: boolean): Promise<Record<string, unknown>> {
  if (takesBody) await addDataAndFileToRequest(req)
  return { ...(takesBody ? req.data : req.query), ...req.routeParams }
}

/**
 * A door to one operation: who may pass stands in the table of rights, what is asked is checked, and what the domain
 * or the database refuses is answered with a sentence.
 */
export const endpoint = <Input>({ name, method, path, input, body, handle }: Door<Input>): Endpoint => ({
  path,
  method,
  custom: { name },
  handler: async (req) => {
    const language = req.i18n.language
    if (!req.user) return refusal(401, text(language, 'LOGIN_FIRST'))
    const allowed: readonly Role[] = endpointRights[name]
    if (!(await rolesOf(req)).some((role) => allowed.includes(role))) return refusal(403, text(language, 'NOT_ALLOWED'))
    const asked = input.safeParse(await givenBy(req, method === 'post' && body !== 'raw'))
    if (!asked.success) {
      const errors = asked.error.issues.map((issue) => ({ field: issue.path.join('.'), message: `${issue.path.join('.')}: ${text(language, 'INPUT_INVALID')}` }))
      return Response.json({ errors }, { status: 400 })
    }
    try {
      const answer = await handle(req, asked.data)
      return answer instanceof Response ? answer : Response.json(answer)
    } catch (error) {
      if (error instanceof DomainError) return refusal(statusOf(error.code), textOf(language, error))
      const known = refusalOfDatabase(error)
      if (known) return refusal(known.status, textOf(language, known))
      throw error
    }
  },
})

const statusOf = (code: string): number => (code.endsWith('_DUPLICATE') ? 409 : code === 'FILE_TOO_LARGE' ? 413 : 400)

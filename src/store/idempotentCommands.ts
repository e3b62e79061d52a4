import { sql } from '@payloadcms/db-postgres/drizzle'
import { DomainError } from '../domain/domainError'
import { lockByName, type Transaction } from './transaction'

type Command = { readonly key: string | undefined; readonly command: string }

/**
 * Does the work once for a key: the same command again gets the first answer, another command under the same key is
 * refused with IDEMPOTENCY_KEY_DUPLICATE. Without a key the work is simply done. Two at a time wait for each other.
 */
export async function onceForKey<Answer extends object>(tx: Transaction, { key, command }: Command, work: () => Promise<Answer>): Promise<Answer> {
  if (key === undefined) return work()
  await lockByName(tx, `command ${key}`)
  const { rows: [known] } = await tx.execute<{ command: string; answer: Answer }>(sql`select command, answer from idempotent_commands where key = ${key}`)
  if (known && known.command !== command) throw new DomainError('IDEMPOTENCY_KEY_DUPLICATE')
  if (known) return known.answer
  const answer = await work()
  await tx.execute(sql`insert into idempotent_commands (key, command, answer) values (${key}, ${command}, ${JSON.stringify(answer)}::jsonb)`)
  return answer
}

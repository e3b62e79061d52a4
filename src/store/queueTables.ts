import { PgBoss } from 'pg-boss'
import { queues } from './queue'

/** Makes the tables of the queue and every queue in it; again changes nothing. */
export async function prepareQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, schema: 'pgboss', supervise: false, schedule: false })
  await boss.start()
  for (const queue of queues) if (!(await boss.getQueue(queue))) await boss.createQueue(queue)
  await boss.stop({ graceful: false })
}

import pg from 'pg'

/**
 * Does a piece of work while nobody else on this database does work of the same name; others wait. The lock belongs to one
 * connection of its own and falls away with it, also when this process is killed. Not through a pooler that shares connections.
 */
export async function withAdvisoryLock<T>(url: string, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether the database has this table; names are of the schema `public`. */
export async function hasTable(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [`public.${table}`])
  return rows[0]?.found ?? false
}

import pg from 'pg'

/** The same server, another database. */
export function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** Makes a database, as a copy of another one when that is named. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const copied = template ? ` template ${pg.escapeIdentifier(template)}` : ''
  await onServer(serverUrl, `create database ${pg.escapeIdentifier(name)}${copied}`)
}

/** Removes a database and whoever is still in it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

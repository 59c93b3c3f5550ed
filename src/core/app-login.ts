import pg from 'pg'
import { deriveText } from './secret.ts'

/**
 * The address at which the application speaks to the database, by a login that can be nothing but engawa_app: whoever got
 * a statement past it could not become the owner. `ENGAWA_APP_DATABASE_URL` names one; else one is made beside the
 * database, under a password derived from the master key. Where the given user may make none, it is her own address.
 */
export async function appLogin(url: string): Promise<string> {
  const given = process.env.ENGAWA_APP_DATABASE_URL
  if (given) return given
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; may: boolean }>(
      `select left('engawa_login_' || current_database(), 63) as name,
         (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`,
    )
    const [{ name, may }] = rows as [{ name: string; may: boolean }]
    if (!may) return url
    const [role, password] = [pg.escapeIdentifier(name), deriveText(`database login ${name}`)]
    // Several processes start at once: made by one, found by the others.
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('engawa login'))`)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
    if (!rowCount) await client.query(`create role ${role} login noinherit`)
    await client.query(`alter role ${role} password ${pg.escapeLiteral(password)}`)
    await client.query(`grant engawa_app to ${role}`)
    await client.query('commit')
    const own = new URL(url)
    own.username = name
    own.password = password
    return own.href
  } finally {
    await client.end()
  }
}

/** `engawa verify`: recompute what every room claims about its data, in one snapshot; --self-test proves that the checks see. */
import pg from 'pg'
import { checks as access } from '#access/checks'
import { checks as activity } from '#activity/checks'
import { checks as business } from '#business/checks'
import { checks as carts } from '#carts/checks'
import { checks as catalog } from '#catalog/checks'
import { checks as collection } from '#collection/checks'
import { checks as consent } from '#consent/checks'
import type { Check } from '#core/check'
import { copyDatabase } from '#core/copy'
import { clock } from '#core/time'
import { checks as customers } from '#customers/checks'
import { cardChecks } from '#gifts/card-checks'
import { checks as gifts } from '#gifts/checks'
import { checks as integrations } from '#integrations/checks'
import { checks as inventory } from '#inventory/checks'
import { checks as loyalty } from '#loyalty/checks'
import { checks as orders } from '#orders/checks'
import { checks as privacy } from '#privacy/checks'
import { checks as promotions } from '#promotions/checks'
import { checks as proofs } from '#proofs/checks'
import { rooms } from '#rooms'
import { checks as segments } from '#segments/checks'
import { checks as stores } from '#stores/checks'
import { checks as tags } from '#tags/checks'

export const checks: readonly Check[] = [
  ...access,
  ...activity,
  ...stores,
  ...customers,
  ...consent,
  ...catalog,
  ...collection,
  ...inventory,
  ...promotions,
  ...loyalty,
  ...proofs,
  ...gifts,
  ...cardChecks,
  ...carts,
  ...business,
  ...orders,
  ...tags,
  ...segments,
  ...privacy,
  ...integrations,
]

export type Finding = {
  check: string
  ok: boolean
  offenders: number
  sample: Record<string, unknown>[]
  took_ms: number
}
/** `seen`: the check found the row we broke; `idle`: there is no row of its kind here; otherwise `because` says what went wrong. */
export type Trial = { check: string; seen: boolean; idle?: true; because?: string }

/** Run every check in one repeatable-read snapshot of the database at `url`. */
export function verify(url: string, list: readonly Check[] = checks): Promise<Finding[]> {
  return asOwner(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await setNow(client)
    const findings: Finding[] = []
    for (const check of list) findings.push(await look(client, check))
    await client.query('commit')
    return findings
  })
}

/** Break one row of each kind in a copy of the database and see whether its check finds it. */
export async function selfTest(url: string, list: readonly Check[] = checks): Promise<Trial[]> {
  const copy = await copyDatabase(url, rooms)
  try {
    return await asOwner(copy.url, async (client) => {
      const trials: Trial[] = []
      for (const check of list) trials.push(await tryOut(client, check))
      return trials
    })
  } finally {
    await copy.drop()
  }
}

async function tryOut(client: pg.Client, check: Check): Promise<Trial> {
  await client.query('begin')
  try {
    await setNow(client)
    const before = await look(client, check)
    const done = await client.query(check.corrupt)
    // Several statements come back as a list.
    const touched = [done].flat().reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0)
    if (touched === 0)
      return { check: check.name, seen: false, idle: true, because: 'there was no row of this kind to break' }
    await client.query('set constraints all immediate')
    const after = await look(client, check)
    if (after.offenders > before.offenders) return { check: check.name, seen: true }
    return { check: check.name, seen: false, because: 'the broken row was not found' }
  } catch (error) {
    return { check: check.name, seen: false, because: (error as Error).message }
  } finally {
    await client.query('rollback')
  }
}

async function look(client: pg.Client, check: Check): Promise<Finding> {
  const began = performance.now()
  const { rows } = await client.query<{ offenders: number; sample: Record<string, unknown>[] | null }>(
    `with offender as materialized (${check.sql})
     select (select count(*) from offender)::integer as offenders, (select jsonb_agg(few) from (select * from offender limit 5) few) as sample`,
  )
  const { offenders = 0, sample = null } = rows[0] ?? {}
  return {
    check: check.name,
    ok: offenders === 0,
    offenders,
    sample: sample ?? [],
    took_ms: Math.round(performance.now() - began),
  }
}

async function setNow(client: pg.Client): Promise<void> {
  await client.query(`select set_config('engawa.now', $1, true)`, [clock.iso()])
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // The owner is not bound by row policies: verify sees everyone.
  const client = new pg.Client({
    connectionString: url,
    application_name: 'engawa verify',
    options: '-c role=engawa_owner -c timezone=UTC',
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

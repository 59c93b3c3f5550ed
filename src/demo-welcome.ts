/** What a newcomer is told when the demo starts: whom she may be, and a key to try the API with. */
import { apiKeys, makeApiKey } from '#access/access'
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { blind } from '#core/secret'
import { type DemoPerson, demoPeople } from '#demo-people'

export type DemoWelcome = { people: DemoPerson[]; sandbox_key: string }

/** Staff with their PINs, members, and the sandbox key of this data folder (the same at every start). */
export async function demoWelcome(db: Pool): Promise<DemoWelcome> {
  const sandbox_key = `ek_test_${blind('demo', 'sandbox').toString('base64url')}`
  await transaction(db, system, async (tx) => {
    const known = (await apiKeys(tx)).some(({ kind, revoked_at }) => kind === 'sandbox' && !revoked_at)
    if (!known) await makeApiKey(tx, { name: 'sandbox', kind: 'sandbox', scopes: ['*'], key: sandbox_key })
  })
  return { people: await demoPeople(db), sandbox_key }
}

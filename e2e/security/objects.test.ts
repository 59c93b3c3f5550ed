/** Goal: one's own sign-in opens one's own things only. Method: every id of A in every place B may put one; every thing of shop 1 in the hands of shop 2. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { fitting } from './arbitrary.ts'
import { ask } from './ask.ts'
import { live } from './life.ts'
import { belongs, type Caller, type House, openHouse, traces } from './people.ts'
import { type Operation, operations } from './spec.ts'
import { changed, digest, Things } from './things.ts'

const tries = Number(process.env.ENGAWA_OBJECT_TRIES ?? 4)

// What staff of one shop may do to another shop's things, each for a reason.
const acrossShops = new Set<string>([
  // A piece in another shop is set aside for the customer at hand.
  'POST /v1/inventory/holds',
  // The papers of an order are printed where the customer stands.
  'POST /v1/orders/{order_id}/documents',
  'POST /v1/orders/{order_id}/documents/{document_id}/copies',
])

// To forget what one does not have is done already: nothing of hers changes, as the digest below shows.
const gone = new Set<string>([
  'DELETE /v1/customers/me/addresses/{address_id}',
  // Her own cart: the coupon does not lie there.
  'DELETE /v1/carts/current/coupons/{coupon_id}',
])

describe('what is another’s', () => {
  let house: House
  let all: Operation[]
  let things: Things
  let a: Caller
  before(async () => {
    house = await openHouse()
    await live(house)
    things = new Things(house)
    await things.look()
    all = operations(house.app)
    a = house.caller('member a')
  })
  after(() => house.close([...traces('a'), ...traces('b')]))

  /** Values for fields out of what is the owner's. */
  async function ofOwner(owner: Caller): Promise<(name: string) => readonly unknown[]> {
    const hers = new Map<string, readonly unknown[]>()
    for (const operation of all)
      for (const name of fieldsOf(operation)) {
        if (hers.has(name)) continue
        const thing = await things.of(owner, name)
        hers.set(name, thing ? [thing.value] : things.known(name))
      }
    return (name) => hers.get(name) ?? things.known(name)
  }

  for (const who of ['member b', 'visitor'])
    it(`is not read, changed or named to ${who}: A’s ids in every path, query and body`, async (t) => {
      const caller = house.caller(who)
      const known = await ofOwner(a)
      const before = await digest(house.db, 'profile_id', a.profile_id as string)
      const wrong: string[] = []
      let asked = 0
      for (const operation of all.filter(({ audience }) => belongs(caller, audience))) {
        const path = await things.path(a, operation)
        const personal = Object.values(path).some(({ of }) => of === 'person')
        for (const { query, body } of samples(operation, known)) {
          const request = { operation, path: values(path), query, body }
          const answer = await ask(house.app, request, caller.token)
          asked++
          const told = `${who} → ${operation.name}: ${answer.status} ${answer.text.slice(0, 300)}`
          if (personal && answer.status < 400 && !gone.has(operation.name)) wrong.push(`does: ${told}`)
          const strays = traces('a').filter((value) => answer.text.includes(value))
          // What she sent herself may come back to her.
          if (strays.some((value) => !JSON.stringify(request).includes(value))) wrong.push(`shows: ${told}`)
          if (operation.method === 'DELETE') await caller.renew()
        }
      }
      t.diagnostic(`${asked} requests`)
      assert.deepEqual(wrong, [])
      assert.deepEqual(changed(before, await digest(house.db, 'profile_id', a.profile_id as string)), [], 'changed')
    })

  it('stays as it is in shop 1, whatever staff of shop 2 ask', async (t) => {
    const wrong: string[] = []
    let asked = 0
    const owner = house.caller('clerk of shop 1')
    const known = await ofOwner(owner)
    const before = await digest(house.db, 'place_id', house.shinjuku)
    for (const who of ['clerk of shop 2', 'manager of shop 2']) {
      const caller = house.caller(who)
      const may = all.filter(({ method, audience }) => method !== 'GET' && belongs(caller, audience))
      for (const operation of may) {
        const path = await things.path(owner, operation)
        const placed = Object.values(path).some(({ of }) => of === 'place')
        if (acrossShops.has(operation.name)) continue
        for (const { query, body } of samples(operation, known)) {
          const answer = await ask(house.app, { operation, path: values(path), query, body }, caller.token)
          asked++
          if (placed && answer.status < 400)
            wrong.push(`does: ${who} → ${operation.name}: ${answer.status} ${answer.text.slice(0, 300)}`)
          if (operation.method === 'DELETE') await caller.renew()
        }
      }
    }
    t.diagnostic(`${asked} requests`)
    assert.deepEqual(wrong, [])
    assert.deepEqual(changed(before, await digest(house.db, 'place_id', house.shinjuku)), [], 'changed')
  })
})

function samples(
  operation: Operation,
  known: (name: string) => readonly unknown[],
): { query: Record<string, unknown>; body: unknown }[] {
  const fields = operation.parameters.filter(({ in: where }) => where === 'query')
  const query = fc.record(Object.fromEntries(fields.map(({ name, schema }) => [name, fitting(schema, known, name)])), {
    requiredKeys: fields.filter(({ required }) => required).map(({ name }) => name),
    noNullPrototype: true,
  })
  const body = operation.body ? fitting(operation.body, known) : fc.constant(undefined)
  return fc.sample(fc.record({ query, body }), { seed: 11, numRuns: tries })
}

/** The names of everything that can be said in an operation. */
function fieldsOf({ parameters, body }: Operation): string[] {
  const found = new Set(parameters.map(({ name }) => name))
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties } = schema as { properties?: Record<string, unknown> }
    for (const name of Object.keys(properties ?? {})) found.add(name)
    for (const inner of Object.values(schema)) walk(inner)
  }
  walk(body)
  return [...found]
}

function values(path: Record<string, { value: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(path).map(([name, { value }]) => [name, value]))
}

/** Goal: nobody does what is not hers to do. Method: every operation of the document × everybody who might call. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { fitting } from './arbitrary.ts'
import { type Answer, ask } from './ask.ts'
import { live } from './life.ts'
import { belongs, type Caller, type House, openHouse, traces } from './people.ts'
import { type Operation, operations } from './spec.ts'
import { Things } from './things.ts'

// What stands open to the whole world, each for a reason; a new one is a decision, not an accident.
const open = new Set([
  // Signing in and joining.
  'POST /v1/access/staff-sessions',
  'GET /v1/access/me',
  'POST /v1/customers',
  'POST /v1/customers/visitors',
  'POST /v1/customers/sign-in-codes',
  'POST /v1/customers/sessions',
  'POST /v1/access/passkey-challenges',
  'POST /v1/access/passkey-sessions',
  'POST /v1/customers/passkey-challenges',
  'POST /v1/customers/passkey-sessions',
  'POST /v1/customers/line-authorizations',
  'POST /v1/customers/line-sessions',
  // What a shop window shows.
  'GET /v1/activity/types',
  'GET /v1/events/types',
  'GET /v1/problems',
  'GET /v1/stores/places',
  'GET /v1/stores/places/{place_id}',
  // What the law wants every visitor to be able to read.
  'GET /v1/stores/notices',
  // The leaflet on the wall, by the code printed on it.
  'GET /v1/stores/posters/by-code/{code}',
  // The shop on whose counter a code stands.
  'GET /v1/stores/gift-counters/{counter_code}',
  // What the QR code at a shelf shows whoever stands before it.
  'GET /v1/proofs/shelves/{code}',
  'GET /v1/stores/postal-codes/{postal_code}',
  'GET /v1/stores/delivery-terms',
  'GET /v1/stores/places/{place_id}/pickup-windows',
  'GET /v1/orders/delivery-options',
  'GET /v1/orders/payments/configuration',
  // Restaurants and dealers where our goods are to be had.
  'GET /v1/business/directory',
  // Outside systems ring; what they say is believed by its signature, or asked back.
  'POST /v1/orders/payments/webhooks/{provider}',
  'POST /v1/integrations/outlets/{outlet_id}/bell',
  // Events come with a write key in each request, as Segment's SDKs send them.
  'POST /v1/identify',
  'POST /v1/track',
  'POST /v1/page',
  'POST /v1/screen',
  'POST /v1/group',
  'POST /v1/alias',
  'POST /v1/batch',
  'POST /v1/import',
  'POST /v1/collection/cloud-events',
  // What a shopper does on our own pages, before anybody knows her; nothing is kept without her agreement.
  'POST /v1/collection/browsing',
  'GET /v1/consent/purposes',
  'GET /v1/catalog/brands',
  'GET /v1/catalog/categories',
  'GET /v1/catalog/tax-rules',
  'GET /v1/catalog/tax-transitions',
  'GET /v1/catalog/pictures/{picture_id}',
  'GET /v1/catalog/variants',
  'GET /v1/catalog/products',
  'GET /v1/catalog/products/{product_id}',
  // The screen on a shop's wall: what everybody in the shop may read, numbers and goods, nobody's name.
  'GET /v1/desk/displays/{place_id}',
  'GET /v1/desk/products',
  'GET /v1/desk/products/{product_id}',
  'GET /v1/business/directory',
  // An outlet's bell: it must know its word, and says nothing but that it rang.
  'POST /v1/integrations/outlets/{outlet_id}/bell',
])
const known =
  /^(anyone|visitor|member|staff|staff:(clerk|agent|marketer|merchandiser|manager|admin)|api:[a-z]+(\.[a-z_]+)?)$/
const refused = new Set(['access.sign_in', 'access.not_allowed'])

describe('the authorization matrix', () => {
  let house: House
  let all: Operation[]
  let things: Things
  before(async () => {
    house = await openHouse()
    await live(house)
    things = new Things(house)
    await things.look()
    all = operations(house.app)
  })
  after(() => house.close([...traces('a'), ...traces('b')]))

  it('knows the audience of every operation, and each in words that exist', () => {
    for (const { name, audience } of all) {
      assert.ok(audience.length > 0, `${name} declares nobody`)
      for (const entry of audience) assert.match(entry, known, name)
    }
  })

  it('stands open to the world only where that was decided', () => {
    const found = all.filter(({ audience }) => audience.includes('anyone')).map(({ name }) => name)
    assert.deepEqual(
      found.filter((name) => !open.has(name)),
      [],
      'decide it here, with its reason',
    )
  })

  it('answers nobody but its audience: every operation × everybody', async (t) => {
    const wrong: string[] = []
    let asked = 0
    for (const operation of all) {
      const path = await things.path(house.caller('member a'), operation)
      const [body] = operation.body
        ? fc.sample(fitting(operation.body, things.known), { seed: 7, numRuns: 1 })
        : [undefined]
      for (const caller of house.callers) {
        // Who is let in is looked at by the fuzz; here one of each kind is enough.
        const may = belongs(caller, operation.audience)
        const request = { operation, path: values(path), query: {}, body }
        const answer = await ask(house.app, request, caller.token)
        asked++
        const said = verdict(operation, caller, may, answer)
        if (said) wrong.push(said)
        if (may && operation.method === 'DELETE') await caller.renew()
      }
    }
    t.diagnostic(`${all.length} operations × ${house.callers.length} callers: ${asked} requests`)
    assert.deepEqual(wrong, [])
  })

  it('had a real object for every parameter of every path', () => {
    assert.deepEqual([...things.missing], [], 'let e2e/security/life.ts make such a thing')
  })

  it('refuses a token that is not ours, on every operation', async () => {
    for (const operation of all) {
      const path = values(await things.path(house.caller('member a'), operation))
      for (const token of ['es_forged', 'ek_forged', `es_${'A'.repeat(43)}`]) {
        const { status } = await ask(house.app, { operation, path, query: {} }, token)
        assert.equal(status, 401, `${operation.name} with ${token}`)
      }
    }
  })
})

function verdict({ name, audience }: Operation, caller: Caller, may: boolean, answer: Answer): string | undefined {
  const who = `${caller.name} → ${name}: ${answer.status} ${answer.text.slice(0, 200)}`
  if (answer.status >= 500) return who
  if (!may) {
    const right = answer.status === (caller.token ? 403 : 401) && refused.has(String(answer.body.code))
    return right ? undefined : `let in: ${who}`
  }
  if (refused.has(String(answer.body.code)) && !audience.includes('anyone')) return `kept out: ${who}`
  return stray(caller, answer) ? `shows a person: ${who}` : undefined
}

/** Whether an answer shows one of the planted people to somebody who has no business with her. */
function stray(caller: Caller, { text, headers }: Answer): boolean {
  const said = text + JSON.stringify(headers)
  const strangers = caller.name === 'member a' ? traces('b') : caller.name === 'member b' ? traces('a') : []
  const outside = caller.token === undefined || /^(visitor|marketer|merchandiser)$/.test(caller.name)
  const hidden = outside ? [...traces('a'), ...traces('b')] : strangers
  return hidden.some((value) => said.includes(value))
}

function values(path: Record<string, { value: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(path).map(([name, { value }]) => [name, value]))
}

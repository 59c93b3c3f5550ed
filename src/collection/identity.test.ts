import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import { system } from '#core/actor'
import { rows, sql } from '#core/database'
import { setClock } from '#core/time'
import { profilesOf, register } from '#customers/customers'
import { erase } from '#privacy/privacy'
import { basic, type Collecting, collecting, type Told } from '../../e2e/collecting.ts'
import { traits } from './told.ts'

const runs = Number(process.env.ENGAWA_COLLECT_RUNS ?? 6)

suite('whose an event is', () => {
  let house: Collecting
  let site: { source_id: string; write_key: string }
  let server: { source_id: string; write_key: string }
  before(async () => {
    house = await collecting()
    site = await house.source()
    server = await house.source({ kind: 'server' })
  })
  after(async () => {
    setClock()
    await house.close()
  })
  let minute = 0
  const later = () => new Date(Date.parse('2026-11-01T00:00:00Z') + ++minute * 60_000).toISOString()
  const tell = async (event: string, who: object, from = site, more: object = {}) => {
    const item = { event, messageId: `${event}-${randomUUID()}`, timestamp: later(), ...who, ...more }
    assert.equal((await house.send('/v1/track', item, basic(from.write_key))).status, 200)
    return item.messageId
  }
  const of = async (message_id: string): Promise<Told> => {
    const found = (await house.told()).find(({ item }) => item.messageId === message_id)
    assert.ok(found, message_id)
    return found
  }
  const member = (more: object) => house.inside((tx) => register(tx, system, { family_name: '会員', ...more }))

  test('a browser is somebody from its first event on, and the same one afterwards', async () => {
    const anonymousId = randomUUID()
    const [one, two] = [await of(await tell('A', { anonymousId })), await of(await tell('B', { anonymousId }))]
    assert.equal(one.profile_id, two.profile_id)
    assert.notEqual(one.profile_id, (await of(await tell('C', { anonymousId: randomUUID() }))).profile_id)
  })

  test('what a browser did before she signed in becomes hers; it was written under its own profile and stays there', async () => {
    const anonymousId = randomUUID()
    const joined = await member({ external_id: 'M-1' })
    const before = await tell('Looked', { anonymousId })
    const first = (await of(before)).profile_id
    const signed = await of(await tell('Signed', { anonymousId, userId: 'M-1' }))
    assert.equal(signed.profile_id, joined.profile_id)
    assert.deepEqual([(await of(before)).profile_id, (await of(before)).customer_id], [first, joined.customer_id])
    assert.equal((await of(await tell('Later', { anonymousId }))).customer_id, joined.customer_id)
  })

  test('who signs in second on a browser takes nothing of the first; from then on it is nobody’s', async () => {
    const anonymousId = randomUUID()
    const [a, b] = [await member({ external_id: 'A-2' }), await member({ external_id: 'B-2' })]
    const looked = await tell('Looked', { anonymousId })
    await tell('Signed', { anonymousId, userId: 'A-2' })
    const second = await of(await tell('Signed', { anonymousId, userId: 'B-2' }))
    assert.equal(second.customer_id, b.customer_id)
    assert.equal((await of(looked)).customer_id, a.customer_id)
    assert.equal((await of(await tell('Looked', { anonymousId }))).customer_id, null)
    assert.deepEqual(await house.inside((tx) => profilesOf(tx, b.profile_id)), [b.profile_id])
  })

  test('when the first sign-in is told last, the history goes to her all the same', async () => {
    const anonymousId = randomUUID()
    const [a, b] = [await member({ external_id: 'A-3' }), await member({ external_id: 'B-3' })]
    const [t1, t2, t3] = [later(), later(), later()]
    const signed = await tell('Signed', { anonymousId, userId: 'B-3', timestamp: t3 })
    const looked = await tell('Looked', { anonymousId, timestamp: t1 })
    await tell('Signed', { anonymousId, userId: 'A-3', timestamp: t2 })
    assert.equal((await of(signed)).customer_id, b.customer_id)
    assert.equal((await of(looked)).customer_id, a.customer_id)
  })

  test('a value that names nobody names nobody', async () => {
    for (const userId of [
      'null',
      'NULL',
      ' undefined ',
      'anonymous',
      '-1',
      '0',
      '000-000',
      '',
      '[object Object]',
      'NaN',
    ]) {
      const [one, two] = [
        await of(await tell('X', { userId, anonymousId: randomUUID() })),
        await of(await tell('X', { userId, anonymousId: randomUUID() })),
      ]
      assert.notEqual(one.customer_id, two.customer_id, userId)
    }
    const [one, two] = [
      await of(await tell('X', { userId: 'real-1', anonymousId: 'anonymousId' })),
      await of(await tell('X', { userId: 'real-2', anonymousId: 'anonymousId' })),
    ]
    assert.notEqual(one.customer_id, two.customer_id)
  })

  test('an address leads to its owner only from a system of the retailer’s own', async () => {
    const email = 'tsubaki.hanako@mail.example'
    const { customer_id } = await member({ email })
    const context = { traits: { email } }
    assert.equal((await of(await tell('Bought', { context }, server))).customer_id, customer_id)
    const claimed = await of(await tell('Bought', { context, anonymousId: randomUUID() }, site))
    assert.notEqual(claimed.customer_id, customer_id)
    const named = await of(await tell('Bought', { context, userId: 'S-10' }, server))
    assert.equal(named.customer_id, customer_id, 'a number that is new goes to the owner of the address')
    const other = await of(await tell('Bought', { context, userId: 'S-11' }, server))
    assert.notEqual(other.customer_id, customer_id, 'a second number does not')
  })

  test('who was seen before she registered is one with whom she registers', async () => {
    const seen = await tell('Bought', { userId: 'N-1' }, server)
    const joined = await member({ external_id: 'N-1' })
    assert.notEqual((await of(seen)).customer_id, joined.customer_id)
    const again = await of(await tell('Bought', { userId: 'N-1' }, server))
    assert.equal(again.profile_id, joined.profile_id)
    assert.equal((await of(seen)).customer_id, joined.customer_id)
  })

  test('an alias joins nobody', async () => {
    const [a, b] = [await of(await tell('X', { userId: 'al-1' })), await of(await tell('X', { userId: 'al-2' }))]
    await house.send('/v1/alias', { previousId: 'al-1', userId: 'al-2' }, basic(site.write_key))
    const now = (await house.told()).filter(({ event_id }) => [a.event_id, b.event_id].includes(event_id))
    assert.equal(new Set(now.map(({ customer_id }) => customer_id)).size, 2)
  })

  test('many who come for the first time at the same moment are met once each', async () => {
    const ids = Array.from({ length: 8 }, () => randomUUID())
    await Promise.all(Array.from({ length: 40 }, (_, at) => tell('Rush', { anonymousId: ids[at % 8] })))
    const rush = (await house.told()).filter(({ type }) => type === 'Rush')
    assert.equal(rush.length, 40)
    assert.equal(new Set(rush.map(({ profile_id }) => profile_id)).size, 8)
  })

  test('who was erased is met anew: nothing is written under the forgotten', async () => {
    const [before, after] = [await house.source(), await house.source()]
    const anonymousId = randomUUID()
    await tell('X', { anonymousId }, before)
    const [{ profile_id } = { profile_id: '' }] = await house.told(before.source_id)
    await house.send('/v1/identify', { anonymousId, traits: { size: 'M' } }, basic(before.write_key))
    await house.inside((tx) => erase(tx, system, profile_id, 'asked'))
    await tell('X', { anonymousId }, after)
    const [anew] = await house.told(after.source_id)
    assert.ok(anew)
    assert.notEqual(anew.profile_id, profile_id)
    assert.deepEqual(
      await house.inside((tx) => rows(tx, sql`select from collection.trait where profile_id = ${profile_id}`)),
      [],
    )
  })

  test('late, shuffled and repeated events end in the same people, traits and counts', async () => {
    const person = fc.constantFrom('u1', 'u2', 'u3')
    const said = fc.record({
      who: person,
      browser: fc.constantFrom('b1', 'b2', undefined),
      trait: fc.constantFrom('size', 'plan'),
      value: fc.nat(1000),
    })
    const history = fc.array(said, { minLength: 4, maxLength: 14 }).chain((list) =>
      fc.record({
        list: fc.constant(list),
        order: fc.shuffledSubarray(
          list.map((_, at) => at),
          { minLength: list.length, maxLength: list.length },
        ),
        twice: fc.subarray(list.map((_, at) => at)),
      }),
    )
    await fc.assert(
      fc.asyncProperty(history, async ({ list, order, twice }) => {
        const straight = await told(
          list,
          list.map((_, at) => at),
        )
        const shuffled = await told(list, [...order, ...twice])
        assert.deepEqual(shuffled, straight)
      }),
      { numRuns: runs, seed: 7 },
    )
  })

  /** Tell a history in some order to people of its own; who they are, what is known of them, how often each was told of. */
  async function told(
    list: { who: string; browser: string | undefined; trait: string; value: number }[],
    order: number[],
  ) {
    const run = randomUUID().slice(0, 8)
    const source = await house.source()
    for (const at of order) {
      const { who, browser, trait, value } = list[at] as (typeof list)[number]
      const item = {
        userId: `${run}-${who}`,
        ...(browser ? { anonymousId: `${run}-${browser}` } : {}),
        messageId: `m${at}`,
        timestamp: new Date(Date.parse('2026-10-01T00:00:00Z') + at * 1000).toISOString(),
        traits: { [trait]: value },
      }
      assert.equal((await house.send('/v1/identify', item, basic(source.write_key))).status, 200)
    }
    const events = await house.told(source.source_id)
    const people: Record<string, unknown> = {}
    for (const who of new Set(list.map((one) => one.who))) {
      const hers = events.filter(({ item }) => item.userId === `${run}-${who}`)
      const profile_id = hers[0]?.profile_id as string
      assert.equal(new Set(hers.map((event) => event.profile_id)).size, 1)
      const profiles = await house.inside((tx) => profilesOf(tx, profile_id))
      const known = await house.inside((tx) => traits(tx, profiles))
      people[who] = {
        events: hers.length,
        browsers: profiles.length - 1,
        traits: known.map(({ name, value, occurred_at }) => [name, value, occurred_at]),
      }
    }
    return people
  }
})

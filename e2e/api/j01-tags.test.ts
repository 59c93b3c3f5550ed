/** J1 up to the tag: what she buys at the shop and looks at online becomes a tag with its evidence, which she may have forgotten. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { openSession } from '../../src/access/access.ts'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { seedPurposes } from '../../src/consent/consent.ts'
import { system } from '../../src/core/actor.ts'
import { only, rows, sql, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { setClock } from '../../src/core/time.ts'
import { atOnce, reactions, summaries, tick } from '../../src/reactions.ts'
import { rebuild, seedTags } from '../../src/tags/tags.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const [oats, soy, washer, shirt] = ['4599990000016', '4599990000023', '4599990000153', '4599990000030']
const hour = 3_600_000
const day = 24 * hour
type Fact = { kind: string; fact: string; name: string; strength: number | null; since: string; evidence: Shown[] }
type Shown = { kind: string; times: number; name: string; order_id?: string; sign: { is: string; text: string } }
type Facts = { items: Fact[]; forgotten: { kind: string; name: string }[] }
type Member = Awaited<ReturnType<Shop['member']>>

describe('what she buys and looks at', () => {
  let shop: Shop
  let worker: Worker
  let organic = ''
  let segment_id = ''
  let now = Date.parse('2026-10-05T03:00:00Z')
  const at = (ms: number) => new Date(ms).toISOString()
  before(async () => {
    setClock(() => now)
    follow(reactions, [], atOnce)
    shop = await openShop()
    await transaction(shop.db, system, async (tx) => {
      await seedPurposes(tx)
      await seedTags(tx)
    })
    await installJobs(shop.db.url)
    worker = await startWorker(shop.db, { tick, summaries })
    const tags = (await shop.as(shop.api_key).get('/v1/tags')).body.items as { tag_id: string; name: string }[]
    assert.ok(tags.length >= 12)
    organic = tags.find(({ name }) => name === 'オーガニック')?.tag_id as string
    const rule = { all: [{ any: [{ is: 'tag', tag_id: organic, at_least: 50 }] }] }
    const made = await shop.as(shop.api_key).post('/v1/segments', { name: 'オーガニックの方', rule })
    assert.equal(made.status, 201, made.text)
    segment_id = String(made.body.segment_id)
    await quiet()
  })
  after(async () => {
    await worker.stop()
    follow({})
    setClock()
    await shop.close()
  })

  /** Until nothing waits to be done or to be summarised. */
  async function quiet(): Promise<void> {
    const late = performance.now() + 60_000
    for (;;) {
      await settled(shop, 60_000)
      const { left } = await only<{ left: number }>(shop.db, sql`select count(*) as left from activity.dirty`)
      if (left === 0) return
      if (performance.now() > late) throw new Error(`${left} people left`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  /** She, signed in just now. */
  const she = async ({ profile_id }: Member) =>
    shop.as((await transaction(shop.db, system, (tx) => openSession(tx, { kind: 'member', profile_id }))).token)
  const says = async (member: Member, purpose: string, granted: boolean) => {
    const said = await (await she(member)).post('/v1/consent/decisions', {
      decisions: [{ purpose, channel: 'any', granted }],
    })
    assert.equal(said.status, 201, said.text)
  }
  const sells = async ({ profile_id }: Member, ...gtins: string[]) => {
    const sale = await shop.as(shop.api_key).post('/v1/orders', {
      way: 'carry',
      place_id: shop.setagaya,
      profile_id,
      lines: gtins.map((gtin) => ({ gtin, quantity: 1 })),
      payments: [{ method: 'cash' }],
    })
    assert.equal(sale.status, 201, sale.text)
    return sale.body
  }
  async function looks(member: Member, gtin: string, times: number): Promise<unknown> {
    const { product_id } = (await shop.as().get(`/v1/catalog/products/ext:${gtin}`)).body
    const events = Array.from({ length: times }, () => ({
      event: 'Product Viewed',
      message_id: randomUUID(),
      timestamp: at(now),
      properties: { product_id },
    }))
    const body = { agreed: { personalise: true, ads: false }, events }
    const told = await (await she(member)).post('/v1/collection/browsing', body)
    assert.deepEqual([told.status, told.body.accepted], [200, times], told.text)
    return body
  }
  const facts = async (member: Member) => (await (await she(member)).get('/v1/privacy/me/facts')).body as Facts
  const named = async (member: Member, name: string) => (await facts(member)).items.find((one) => one.name === name)
  const members = async () =>
    (
      (await shop.as(shop.api_key).get(`/v1/segments/${segment_id}/members`)).body.items as { customer_id: string }[]
    ).map(({ customer_id }) => customer_id)

  it('a receipt of ¥1,680 and three looks make オーガニック, with both as its evidence; what she forgets stays forgotten', async () => {
    const her = await shop.member('kimura')
    await says(her, 'personalise', true)
    const sale = await sells(her, oats, soy, washer)
    const taxes = (sale.taxes as { rate_num: number; taxable_yen: number; tax_yen: number }[]).map(
      ({ rate_num, taxable_yen, tax_yen }) => [rate_num, taxable_yen, tax_yen],
    )
    assert.deepEqual(
      [sale.total_yen, sale.points_earned, taxes.toSorted()],
      [
        1680,
        16,
        [
          [10, 330, 30],
          [8, 1350, 100],
        ],
      ],
    )
    await quiet()
    // One purchase is not yet a liking.
    assert.equal(await named(her, 'オーガニック'), undefined)
    now += hour
    const looked_at = now
    const told = await looks(her, oats, 3)
    await quiet()
    const tag = await named(her, 'オーガニック')
    // 4 × 2^(−1 h ÷ 90 d) + 3 × 1, over 4.5: 1.555 thresholds, 1 − 2^−1.555.
    assert.deepEqual([tag?.kind, tag?.strength, tag?.since], ['tag', 65, at(looked_at)])
    const sign = { is: 'word', text: 'オーガニック' }
    assert.deepEqual(
      tag?.evidence.map(({ kind, times, name, order_id, sign }) => ({ kind, times, name, order_id, sign })),
      [
        { kind: 'viewed', times: 3, name: 'オーガニックオーツ', order_id: undefined, sign },
        { kind: 'bought', times: 1, name: 'オーガニックオーツ', order_id: sale.order_id, sign },
      ],
    )
    assert.deepEqual(await members(), [her.customer_id])
    const card = async () => (await shop.as(shop.api_key).get(`/v1/desk/customers/${her.customer_id}`)).body
    const seen = (await card()).tags as Fact[]
    assert.ok(
      seen.some(({ name, strength, evidence }) => name === 'オーガニック' && strength === 65 && evidence.length === 2),
    )

    const hers = await she(her)
    const fact = { kind: 'tag', fact: organic }
    for (let times = 0; times < 2; times++) {
      const gone = await hers.post('/v1/privacy/me/forgettings', fact)
      assert.equal(gone.status, 201, gone.text)
      assert.deepEqual(
        (gone.body as Facts).forgotten.map(({ name }) => name),
        ['オーガニック'],
      )
    }
    // In the same moment: no worker had anything to do.
    assert.deepEqual([await named(her, 'オーガニック'), await members()], [undefined, []])
    assert.ok(!JSON.stringify((await card()).tags).includes(organic))
    const again = await hers.post('/v1/collection/browsing', told)
    assert.equal(again.status, 200)
    await looks(her, oats, 3)
    await quiet()
    await rebuild(shop.db)
    assert.equal(await named(her, 'オーガニック'), undefined)
    const file = (await hers.get('/v1/privacy/me/copy')).body as { facts: Facts; records: Record<string, unknown[]> }
    assert.deepEqual([file.facts.forgotten.length, Boolean(file.records['tags.forgotten']?.length)], [1, true])
    assert.equal((await hers.post('/v1/privacy/me/recollections', fact)).status, 201)
    assert.deepEqual([(await named(her, 'オーガニック'))?.since, await members()], [at(looked_at), [her.customer_id]])
    const events = await transaction(shop.db, system, (tx) =>
      rows<{ type: string; payload: object }>(
        tx,
        sql`select type, payload from activity.event where profile_id = ${her.profile_id} and type like 'fact.%' order by type`,
      ),
    )
    assert.deepEqual(events, [
      { type: 'fact.forgotten', payload: {} },
      { type: 'fact.recalled', payload: {} },
    ])
    assert.equal((await hers.post('/v1/privacy/me/forgettings', { kind: 'tag', fact: randomUUID() })).status, 404)

    // The group itself can be forgotten: she is out of it, and the tag stays.
    await hers.post('/v1/privacy/me/forgettings', { kind: 'segment', fact: segment_id })
    assert.deepEqual([(await named(her, 'オーガニック'))?.kind, await members()], ['tag', []])
    await hers.post('/v1/privacy/me/recollections', { kind: 'segment', fact: segment_id })
    assert.deepEqual(await members(), [her.customer_id])
    await says(her, 'personalise', false)
    assert.deepEqual([(await facts(her)).items, await members()], [[], []])
  })

  it('what comes back takes its evidence along; time alone takes a tag to the very moment', async () => {
    const her = await shop.member('returns')
    await says(her, 'personalise', true)
    const { order_id } = await sells(her, oats)
    now += hour
    await looks(her, oats, 3)
    await quiet()
    const { until_at } = await transaction(shop.db, system, (tx) =>
      only<{ until_at: string }>(
        tx,
        sql`select until_at from tags.standing where profile_id = ${her.customer_id} and tag_id = ${organic}`,
      ),
    )
    const before = now
    now = Date.parse(until_at) - 1
    await tick(shop.db, at(now))
    assert.deepEqual([(await named(her, 'オーガニック'))?.strength, await members()], [50, [her.customer_id]])
    now += 1
    await tick(shop.db, at(now))
    await quiet()
    assert.deepEqual([await named(her, 'オーガニック'), await members()], [undefined, []])
    now = before + day
    await rebuild(shop.db)
    assert.ok(await named(her, 'オーガニック'))
    const back = { place_id: shop.setagaya, lines: [{ line_no: 1, quantity: 1 }], reason: 'defective' }
    const returned = await shop.as(shop.api_key).post(`/v1/orders/${order_id}/returns`, back)
    assert.equal(returned.status, 201, returned.text)
    await quiet()
    assert.equal(await named(her, 'オーガニック'), undefined)
  })

  it('a rule is tried on goods and people, changed and undone; what tells of health needs her word and is hers alone', async () => {
    const her = await shop.member('linen')
    await says(her, 'personalise', true)
    await sells(her, shirt)
    await quiet()
    const office = shop.as(shop.api_key)
    const rule = { signs: [{ is: 'word', among: ['麻'] }], bought: 4, viewed: 1, half_life_days: 90, threshold: 3.2 }
    const tried = await office.post('/v1/tags/previews', { rule })
    const { products, people } = tried.body as {
      products: { bearing: number; of: number }
      people: { bearing: number; items: { customer_id: string; name: string }[] }
    }
    assert.deepEqual([tried.status, products.bearing, products.of, people.bearing], [200, 1, 9, 1], tried.text)
    assert.deepEqual(
      people.items.map(({ customer_id, name }) => [customer_id, name]),
      [[her.customer_id, '木○ l○']],
    )
    const made = await office.post('/v1/tags', { name: '麻が好き', rule })
    assert.equal(made.status, 201, made.text)
    const path = `/v1/tags/${made.body.tag_id}`
    await quiet()
    assert.equal((await named(her, '麻が好き'))?.strength, 57)
    await office.put(path, { name: '麻が好き', rule: { ...rule, threshold: 8 } })
    await quiet()
    assert.equal(await named(her, '麻が好き'), undefined)
    const [former] = (await office.get(`${path}/past-rules`)).body.items as { name: string; rule: object }[]
    await office.put(path, { name: former?.name, rule: former?.rule })
    await quiet()
    assert.equal((await named(her, '麻が好き'))?.strength, 57)

    const sensitive = { ...rule, sensitive: true }
    await office.put(path, { name: '麻の肌着', rule: sensitive })
    await quiet()
    assert.equal(await named(her, '麻の肌着'), undefined)
    await says(her, 'health', true)
    await quiet()
    assert.equal((await named(her, '麻の肌着'))?.strength, 57)
    const card = await office.get(`/v1/desk/customers/${her.customer_id}`)
    assert.ok(!card.text.includes('麻の肌着'))
    const asked = { all: [{ any: [{ is: 'tag', tag_id: made.body.tag_id }] }] }
    const refused = await office.post('/v1/segments', { name: '?', rule: asked })
    assert.deepEqual([refused.status, refused.body.field], [422, 'tag_id'])
    assert.equal((await office.delete(path)).status, 200)
    await quiet()
    assert.equal(await named(her, '麻の肌着'), undefined)
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok).map(({ check, sample }) => [check, sample]),
      [],
    )
  })
})

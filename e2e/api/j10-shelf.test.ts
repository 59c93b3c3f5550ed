/** J10 by API: a snack bought at another chain is told at its shelf, once; the maker's points, a draw, a serial; a guest keeps hers. ENGAWA_PROOF_CLAIMS says how many tell one receipt. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { follow, startWorker, type Worker } from '../../src/activity/activity.ts'
import { putProducts } from '../../src/catalog/catalog.ts'
import { system } from '../../src/core/actor.ts'
import { raw, rows, transaction } from '../../src/core/database.ts'
import { installJobs } from '../../src/core/jobs.ts'
import { putSetting } from '../../src/core/settings.ts'
import { setClock } from '../../src/core/time.ts'
import { checks } from '../../src/proofs/checks.ts'
import { reactions, tick, watchers } from '../../src/reactions.ts'
import { verify } from '../../src/verify.ts'
import { openShop, type Shop } from './app.ts'
import { settled } from './settled.ts'

const claims = Number(process.env.ENGAWA_PROOF_CLAIMS ?? 50)
const snack = '4599990000146'
const other = '4599990000016'
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)]).toString('base64')
type Entry = {
  proof_id: string
  state: string
  points: number
  expected_points: number
  prize: { name: string } | null
}

describe('J10: a purchase made elsewhere', () => {
  let shop: Shop
  let worker: Worker
  let admin: ReturnType<Shop['as']>
  let now = Date.parse('2026-11-20T02:00:00Z')
  let code = ''
  let campaign = ''
  const receipt = (number: string, more: object = {}) => ({
    shop: 'スーパーまるや 中野店',
    bought_on: '2026-11-19',
    number,
    price_yen: 1296,
    ...more,
  })
  const told = (number: string, more: object = {}) => ({
    code,
    variant_id: shop.variant[snack],
    receipt: receipt(number, more),
  })
  const words = (prizes: object[] = [], odds_den = 1) => ({
    name: 'おせんべいを買って当てよう',
    name_en: 'Rice crackers',
    maker: '米菓舎',
    goods: { variant_ids: [shop.variant[snack]] },
    starts_on: '2026-11-01',
    ends_on: '2026-12-31',
    rate_num: 1,
    rate_den: 100,
    serial_points: 50,
    basis_yen: 1296,
    planned_sales_yen: 10_000_000,
    odds_den,
    prizes,
    terms: '当選はその場でわかります。',
  })
  async function live(body: object): Promise<{ campaign_id: string; code: string }> {
    const made = await admin.post('/v1/proofs/campaigns', body)
    assert.equal(made.status, 201, made.text)
    const opened = await admin.post(`/v1/proofs/campaigns/${made.body.campaign_id}/opening`, {})
    assert.equal(opened.status, 200, opened.text)
    return { campaign_id: String(made.body.campaign_id), code: String(made.body.code) }
  }
  const look = <Row>(query: string) => transaction(shop.db, system, (tx) => rows<Row>(tx, raw(query)))
  const points = async (who: ReturnType<Shop['as']>) => (await who.get('/v1/loyalty/me')).body.available

  before(async () => {
    setClock(() => now)
    follow(reactions, watchers)
    shop = await openShop()
    await installJobs(shop.db.url)
    worker = await startWorker(shop.db, { tick })
    admin = shop.as(shop.staff.admin.token)
    await transaction(shop.db, system, async (tx) => {
      await putSetting(
        tx,
        'proofs.terms',
        { most_yen: 10_000, keep_days: 30, enter_days: 7, chains: ['スーパーまるや'] },
        'test',
      )
      const { rows: made } = await putProducts(tx, system, [
        {
          external_id: snack,
          name: '手焼きせんべい',
          tax_category: 'food',
          variants: [{ gtin: snack, prices: [{ yen: 1296, valid_from: '2026-01-01T00:00:00Z' }] }],
          published_at: '2026-01-01T00:00:00Z',
        },
      ])
      shop.variant[snack] = made[0]?.variant_ids[0] as string
    })
    const prize = { name: '米俵クッション', value_yen: 3000, quantity: 3, odds_num: 1 }
    ;({ code, campaign_id: campaign } = await live(words([prize], 1)))
  })
  after(async () => {
    await worker.stop()
    setClock()
    follow({})
    await shop.close()
  })

  it('the receipt brings 12 points and a draw, the serial 50 more, each once', async () => {
    const shelf = await shop.as().get(`/v1/proofs/shelves/${code}`)
    assert.equal(shelf.body.state, 'running', shelf.text)
    const hanako = await shop.member('j10')
    const she = shop.as(hanako.token)
    const first = await she.post('/v1/proofs/entries', told('0012-345'))
    assert.equal(first.status, 201, first.text)
    const entry = first.body as unknown as Entry
    assert.deepEqual([entry.state, entry.points, entry.prize?.name], ['settled', 12, '米俵クッション'])
    assert.equal(await points(she), 12)
    // The same by another, in full width, with other marks and without the last 店.
    const again = { ...receipt('１２－３４５'), shop: 'スーパー まるや・中野' }
    const second = await shop
      .as((await shop.member('j10-again')).token)
      .post('/v1/proofs/entries', { ...told(''), receipt: again })
    assert.deepEqual([second.status, second.body.code], [409, 'proofs.used'])
    const made = await admin.post(`/v1/proofs/campaigns/${campaign}/serials`, { count: 2 })
    const [serial] = made.body.items as [string]
    const by_serial = { code, variant_id: shop.variant[snack], serial: serial.toLowerCase() }
    const fifty = await she.post('/v1/proofs/entries', by_serial)
    assert.deepEqual([fifty.status, fifty.body.points], [201, 50], fifty.text)
    assert.equal((await she.post('/v1/proofs/entries', by_serial)).body.code, 'proofs.used')
    assert.equal((await she.post('/v1/proofs/entries', { ...by_serial, serial: 'NOSUCH' })).status, 404)
    assert.equal(await points(she), 62)
    const kept = await look(`select funding from loyalty.lot where profile_id = '${hanako.profile_id}' group by 1`)
    assert.deepEqual(kept, [{ funding: 'brand' }])
    const events = await look<{ payload: Record<string, unknown> }>(
      `select payload from activity.timeline where profile_id = '${hanako.profile_id}' and type = 'proof.entered' order by occurred_at`,
    )
    const {
      price_yen,
      shop: chain,
      variant_id,
    } = events.find(({ payload }) => payload.kind === 'receipt')?.payload ?? {}
    assert.deepEqual([price_yen, chain, variant_id], [1296, 'スーパーまるや', shop.variant[snack]])
    const mine = (await she.get('/v1/proofs/me/entries')).body.items as { kind: string; shop: string | null }[]
    assert.equal(mine.find(({ kind }) => kind === 'receipt')?.shop, 'スーパーまるや 中野店')
  })

  it(`one receipt told by ${claims} at once counts for one of them`, async () => {
    const people = await Promise.all(Array.from({ length: claims }, (_, at) => shop.member(`race-${at}`)))
    const answers = await Promise.all(
      people.map(({ token }) => shop.as(token).post('/v1/proofs/entries', told('race-1'))),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(claims - 1).fill(409)])
    now += 3_600_000
    // The prizes are three: one was won above, so many more are drawn for at once.
    const people_2 = await Promise.all(Array.from({ length: 8 }, (_, at) => shop.member(`draw-${at}`)))
    const drawn = await Promise.all(
      people_2.map(({ token }, at) => shop.as(token).post('/v1/proofs/entries', told(`draw-${at}`))),
    )
    assert.deepEqual([...new Set(drawn.map(({ status }) => status))], [201])
    const view = (await admin.get(`/v1/proofs/campaigns/${campaign}`)).body as { prizes: { left_count: number }[] }
    assert.equal(view.prizes[0]?.left_count, 0)
    const won = await look<{ won: number }>(
      `select count(*)::integer as won from proofs.proof where prize_id is not null`,
    )
    assert.deepEqual(won, [{ won: 3 }])
  })

  it('another day, other goods, a dear or doubtful receipt: refused, or looked at by a person', async () => {
    const member = await shop.member('j10-judged')
    const she = shop.as(member.token)
    const tell = async (body: object) => (await she.post('/v1/proofs/entries', body)).body.code
    assert.equal(await tell(told('a-1', { bought_on: '2026-11-21' })), 'proofs.future')
    assert.equal(await tell(told('a-1', { bought_on: '2026-10-31' })), 'proofs.other_day')
    assert.equal(await tell({ ...told('a-1'), variant_id: shop.variant[other] }), 'proofs.other_goods')
    assert.equal(await tell({ code, variant_id: shop.variant[snack] }), 'proofs.one_kind')
    const bad = { base64: Buffer.from('<svg xmlns="x"/>').toString('base64') }
    assert.equal(await tell(told('a-1', { photo: bad })), 'proofs.photo_kind')
    const dear = await she.post('/v1/proofs/entries', told('a-2', { price_yen: 64_800, photo: { base64: png } }))
    assert.deepEqual([dear.status, dear.body.state, dear.body.expected_points], [201, 'review', 648], dear.text)
    assert.equal(await points(she), 0)
    const [waits] = (await admin.get('/v1/proofs/entries?want=review')).body.items as [
      { proof_id: string; doubt: string; number: string; has_photo: boolean },
    ]
    assert.deepEqual([waits.doubt, waits.number, waits.has_photo], ['price', 'a-2', true])
    const photo = await admin.get(`/v1/proofs/entries/${waits.proof_id}/photo`)
    assert.deepEqual(photo.body, { media_type: 'image/png', base64: png })
    const looks = await look(
      `select action from access.audit where profile_id = '${member.profile_id}' and action like 'proofs.%' order by 1`,
    )
    assert.deepEqual(looks, [{ action: 'proofs.photo' }, { action: 'proofs.read' }])
    const decide = (proof_id: string, accept: boolean) =>
      admin.post(`/v1/proofs/entries/${proof_id}/decision`, { accept })
    assert.equal((await decide(waits.proof_id, true)).body.state, 'settled')
    assert.equal((await decide(waits.proof_id, false)).body.code, 'proofs.not_waiting')
    assert.equal(await points(she), 648)
    // The same under the name of another shop is looked at, and refused may be told anew.
    const twin = await she.post('/v1/proofs/entries', told('0012-345', { shop: 'マルヤ' }))
    assert.equal(twin.body.state, 'review', twin.text)
    assert.equal((await decide(String(twin.body.proof_id), false)).body.state, 'refused')
    assert.equal((await she.post('/v1/proofs/entries', told('0012-345', { shop: 'マルヤ' }))).body.state, 'review')
    const { text } = await she.get('/v1/privacy/me/copy')
    for (const hers of ['proofs.proof', 'スーパーまるや', png]) assert.ok(text.includes(hers), hers)
  })

  it('a prize beyond what the law allows opens only by name and reason, and what was live is not rewritten', async () => {
    const api = shop.as(shop.api_key)
    const dear = words([{ name: '旅行券', value_yen: 30_000, quantity: 1, odds_num: 1 }], 1000)
    const { campaign_id } = (await api.post('/v1/proofs/campaigns', dear)).body
    const at = `/v1/proofs/campaigns/${campaign_id}`
    const refused = await api.post(`${at}/opening`, {})
    assert.deepEqual([refused.body.code, refused.body.rule], ['proofs.not_clear', 'prize_each'], refused.text)
    const [finding] = (await api.get(`${at}/findings`)).body.items as { limit: number; found: number }[]
    assert.deepEqual([finding?.limit, finding?.found], [25_920, 30_000])
    const aside = { rule: 'prize_each', reason: '法務確認済み' }
    assert.equal((await api.post(`${at}/overrides`, aside)).status, 403)
    assert.equal((await admin.post(`${at}/overrides`, aside)).status, 201)
    assert.equal((await api.post(`${at}/opening`, {})).body.state, 'live')
    assert.equal((await api.put(at, dear)).body.code, 'proofs.begun')
    assert.equal((await api.post(`${at}/stop`, {})).body.state, 'stopped')
    const poster = await api.get(`${at}/poster?goods=${shop.variant[snack]}`)
    assert.ok(String(poster.body.shelf_url).includes('/shelf/'), poster.text)
    assert.ok(String(poster.body.qr_svg).startsWith('<svg'))
  })

  it('a guest keeps what she told, and has it when she joins; what nobody comes back for is forgotten', async () => {
    const guest = shop.as((await shop.visitor()).token)
    const kept = await guest.post('/v1/proofs/entries', told('g-1'))
    assert.deepEqual([kept.body.state, kept.body.points, kept.body.expected_points], ['kept', 0, 12], kept.text)
    const email = 'j10-guest@example.jp'
    const joined = await guest.post('/v1/customers', { family_name: '青木', email })
    assert.ok(joined.status < 300, joined.text)
    await settled(shop)
    const [{ state, points: got } = { state: '', points: 0 }] = await look<Entry>(
      `select state, points from proofs.proof where proof_id = '${kept.body.proof_id}'`,
    )
    assert.deepEqual([state, Number(got)], ['settled', 12])
    const away = await shop.as((await shop.visitor()).token).post('/v1/proofs/entries', told('g-2'))
    now += 31 * 86_400_000
    await tick(shop.db, new Date(now).toISOString())
    const lapsed = await look(`select state, sealed from proofs.proof where proof_id = '${away.body.proof_id}'`)
    assert.deepEqual(lapsed, [{ state: 'lapsed', sealed: null }])
    const member = shop.as((await shop.member('j10-later')).token)
    const anew = { ...told('g-2') }
    assert.equal((await member.post('/v1/proofs/entries', anew)).body.state, 'settled')
  })

  it('serials are not to be found by trying', async () => {
    const member = shop.as((await shop.member('j10-guess')).token)
    const tries = []
    for (let at = 0; at < 12; at++)
      tries.push(
        (await member.post('/v1/proofs/entries', { code, variant_id: shop.variant[snack], serial: `GUESS-${at}` }))
          .status,
      )
    assert.deepEqual(tries, [...Array(10).fill(404), 429, 429])
  })

  it('verify finds nothing', async () => {
    const findings = await verify(shop.db.url, checks)
    assert.deepEqual(
      findings.filter(({ ok }) => !ok),
      [],
    )
  })
})

/** Imports at the API: a file is sent, guessed, shown as it would come out, brought in by a worker, told, and taken back. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { openSession, putStaff } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { only, sql, transaction } from '../../src/core/database.ts'
import { startImporter } from '../../src/integrations/integrations.ts'
import { verify } from '../../src/verify.ts'
import { startEngawa } from '../../town/processes.ts'
import type { Answer } from '../retailer.ts'
import { key } from '../retailer.ts'
import { openShop, type Shop } from './app.ts'

type Body = Record<string, unknown>
const goods =
  '商品コード,商品名,商品名カナ,JAN,税区分,単価\nA1,牛乳,ｷﾞｭｳﾆｭｳ,4569951110016,軽減,"¥1,080"\nA2,洗剤,,,標準,330\nA3,名,,4569951110017,標準,1\n'

describe('imports at the API', () => {
  let shop: Shop
  let merchandiser: string
  before(async () => {
    shop = await openShop()
    merchandiser = await transaction(shop.db, system, async (tx) => {
      const { staff_id } = await putStaff(tx, system, {
        code: 'S-100',
        display_name: '商品部',
        role: 'merchandiser',
        place_ids: [],
        pin: '246810',
      })
      return (await openSession(tx, { kind: 'staff', staff_id, place_id: null })).token
    })
  })
  after(() => shop?.close())

  const admin = () => shop.as(shop.staff.admin.token)
  const path = (id: unknown, rest = '') => `/v1/integrations/uploads/${String(id)}${rest}`

  /** Announce a file and send its bytes, in pieces as a browser would. */
  async function upload(file_name: string, content: Buffer | string, token = shop.staff.admin.token): Promise<string> {
    const { body } = await shop.as(token).post('/v1/integrations/uploads', { file_name })
    const sent = await send(String(body.upload_id), content, token)
    assert.equal(sent.status, 200, sent.text)
    assert.equal(sent.body.bytes, Buffer.byteLength(content))
    return String(body.upload_id)
  }
  async function send(upload_id: string, content: Buffer | string, token = shop.staff.admin.token) {
    const answer = await shop.app.inject({
      method: 'PUT',
      url: path(upload_id, '/content'),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(content),
    })
    return { status: answer.statusCode, text: answer.body, body: answer.json() as Body }
  }
  const ask = (upload_id: string, idempotency_key?: string) =>
    admin().post('/v1/integrations/imports', { upload_id }, idempotency_key)
  const one = async (import_id: unknown) => (await admin().get(`/v1/integrations/imports/${String(import_id)}`)).body

  async function finished(import_id: unknown): Promise<Body> {
    for (;;) {
      const found = await one(import_id)
      if (found.work === null) return found
      await sleep(50)
    }
  }
  /** Let a worker in this process do what is due. */
  async function worked(answer: Answer): Promise<Body> {
    assert.equal(answer.status, 202, answer.text)
    const importer = startImporter(shop.db, (error) => assert.fail(error as Error))
    const done = await finished(answer.body.import_id)
    await importer.stop()
    return done
  }
  async function planned(upload_id: string, resource: string, map: unknown, more: Body = {}): Promise<Body> {
    const answer = await admin().put(path(upload_id, '/plan'), { resource, map, ...more })
    assert.equal(answer.status, 200, answer.text)
    return answer.body
  }

  it('says what can be imported, each to whom it is for', async () => {
    const all = (await admin().get('/v1/integrations/import-fields')).body.items as Body[]
    const few = (await shop.as(merchandiser).get('/v1/integrations/import-fields')).body.items as Body[]
    assert.deepEqual(
      few.map(({ resource }) => resource),
      ['products', 'prices', 'stock'],
    )
    assert.equal(all.length, 9)
    for (const { fields } of all)
      for (const { field, title } of fields as { field: string; title: { ja: string } }[])
        assert.notEqual(title.ja, field, 'every field has a name people know')
    const { maps } = all.find(({ resource }) => resource === 'purchases') as { maps: { name: string }[] }
    assert.deepEqual(
      maps.map(({ name }) => name),
      ['completejourney', 'shopify', 'smaregi'],
    )
  })

  it('a packed Shift_JIS file is guessed, shown as it will be written, brought in, told and taken back', async () => {
    const upload_id = await upload('商品.csv.gz', gzipSync(iconv.encode(goods, 'cp932')))
    const guess = (await admin().get(path(upload_id, '/guess?source=pos'))).body
    assert.equal(guess.resource, 'products')
    assert.deepEqual(guess.missing, [])
    const { encoding, packed } = guess.file as Body
    assert.deepEqual([encoding, packed], ['cp932', true])
    const columns = guess.columns as { field: string; values: unknown[]; forms: { form: string }[] }[]
    assert.deepEqual(columns.find(({ field }) => field === 'price_yen')?.values, [1080, 330, 1])
    assert.deepEqual(columns.find(({ field }) => field === 'tax_category')?.values, ['food', 'standard', 'standard'])
    assert.deepEqual(
      columns.find(({ field }) => field === 'name_kana')?.forms.map(({ form }) => form),
      ['half_kana'],
    )

    assert.equal((await ask(upload_id)).body.code, 'integrations.no_plan')
    const plan = await planned(upload_id, 'products', guess.map)
    assert.deepEqual([plan.rows_looked, plan.whole, plan.rows_fresh, plan.rows_refused], [3, true, 2, 1])
    assert.deepEqual((plan.first_rows as Body[])[0], {
      row: 1,
      values: {
        external_id: 'A1',
        name: '牛乳',
        name_kana: 'ギュウニュウ',
        gtin: '04569951110016',
        tax_category: 'food',
        price_yen: 1080,
      },
    })
    assert.deepEqual(
      (plan.refused as Body[]).map(({ row, field }) => [row, field]),
      [[3, 'gtin']],
    )
    assert.deepEqual((await admin().get('/v1/integrations/imports')).body.items, [], 'a preview writes nothing')

    const once = randomUUID()
    const asked = await ask(upload_id, once)
    assert.deepEqual([asked.body.state, asked.body.work], ['running', 'waiting'])
    assert.equal((await admin().delete(path(upload_id))).body.code, 'integrations.upload_in_use')
    assert.equal((await ask(upload_id, once)).text, asked.text)
    const done = await worked(asked)
    assert.deepEqual(
      [done.state, done.rows_total, done.rows_read, done.rows_written, done.rows_refused, done.brought],
      ['done', 3, 3, 2, 1, { product: 2 }],
    )
    assert.deepEqual(
      (done.reasons as Body[]).map(({ field, rows }) => [field, rows]),
      [['gtin', 1]],
    )
    const refusals = (await admin().get(`/v1/integrations/imports/${String(done.import_id)}/refusals?limit=1`)).body
    assert.deepEqual(
      (refusals.items as Body[]).map(({ row, field }) => [row, field]),
      [[3, 'gtin']],
    )
    const rest = `/v1/integrations/imports/${String(done.import_id)}/refusals?after=${String(refusals.next)}`
    assert.deepEqual((await admin().get(rest)).body, { items: [], next: null })
    const file = await shop.app.inject({
      url: `/v1/integrations/imports/${String(done.import_id)}/error-file`,
      headers: { authorization: `Bearer ${shop.staff.admin.token}` },
    })
    assert.match(file.body, /^\ufeffrow,field,reason_ja,reason_en\r\n3,gtin,JANコード/)
    assert.match(String(file.headers['content-disposition']), /\.csv"$/)

    const again = await worked(await ask(upload_id))
    assert.deepEqual(
      [again.import_id, again.rows_written],
      [done.import_id, 2],
      'the same file and plan is the same import',
    )
    const undoing = await admin().post(`/v1/integrations/imports/${String(done.import_id)}/undoing`, {})
    assert.deepEqual([undoing.body.state, undoing.body.work], ['undoing', 'waiting'])
    const undone = await worked(undoing)
    assert.deepEqual([undone.state, undone.brought, undone.kept], ['undone', {}, []])
    const twice = await admin().post(`/v1/integrations/imports/${String(done.import_id)}/undoing`, {})
    assert.equal(twice.body.code, 'integrations.undone')
    assert.equal((await admin().delete(path(upload_id))).status, 204)
    assert.equal((await admin().get(path(upload_id))).status, 404)
  })

  it('people’s files come sealed, with the policy that was chosen; what cannot be read is told', async () => {
    const text =
      '会員番号,氏名,電話,生年月日,残高\n1,青葉 澪,090-1111-2222,昭和55年3月2日,120\n2,若竹 凛,9012345678,12/31/1990,0\n'
    const upload_id = await upload('kaiin.csv', text)
    const { sealed } = await only<{ sealed: Buffer }>(
      shop.db,
      sql`select sealed from integrations.upload_piece limit 1`,
    )
    assert.ok(!sealed.includes('青葉') && !sealed.includes('090-1111'))
    const guess = (await admin().get(path(upload_id, '/guess'))).body
    const columns = guess.columns as { field: string; values: unknown[]; forms: { form: string }[] }[]
    const phone = columns.find(({ field }) => field === 'phone')
    assert.deepEqual(
      [phone?.values, phone?.forms.map(({ form }) => form)],
      [
        ['+819011112222', '+819012345678'],
        ['hyphens', 'zero_lost'],
      ],
    )
    const map = {
      source: 'former',
      customers: { fields: { external_id: '会員番号', name: '氏名', phone: '電話', points: '残高' } },
    }
    await planned(upload_id, 'customers', map, { on_conflict: 'fail' })
    const done = await worked(await ask(upload_id))
    assert.deepEqual([done.rows_written, done.brought, done.on_conflict], [2, { customer: 2, opening: 1 }, 'fail'])
    for (const [resource, wrong, code] of [
      [
        'customers',
        { source: 'x', customers: { fields: { external_id: '会員番号', constructor: '氏名' } } },
        'integrations.map',
      ],
      ['customers', { source: 'x', customers: { fields: { external_id: '無い列' } } }, 'integrations.columns'],
      ['customers', 'source: [', 'integrations.map'],
      ['customers', 'nobody-knows-this-map', 'integrations.map'],
    ] as const) {
      const answer = await admin().put(path(upload_id, '/plan'), { resource, map: wrong })
      assert.deepEqual([answer.status, answer.body.code], [422, code], answer.text)
    }
  })

  it('a file is sent once: the same bytes again change nothing, others are refused, an empty one too', async () => {
    const upload_id = await upload('a.csv', goods)
    assert.equal((await send(upload_id, goods)).status, 200)
    assert.equal((await send(upload_id, `${goods}A4,x,,,,1\n`)).body.code, 'integrations.other_content')
    const { pieces } = await only<{ pieces: number }>(
      shop.db,
      sql`select count(distinct content_id)::integer as pieces from integrations.upload_piece where upload_id = ${upload_id}`,
    )
    assert.equal(pieces, 1)
    const { body } = await admin().post('/v1/integrations/uploads', { file_name: 'b.csv' })
    assert.equal((await send(String(body.upload_id), '')).body.code, 'integrations.empty_file')
    assert.equal((await admin().get(path(body.upload_id, '/guess'))).body.code, 'integrations.not_whole')
    await admin().put('/v1/settings/integrations.upload_megabytes', { value: 1 })
    await sleep(1_100)
    const large = await send(String(body.upload_id), Buffer.alloc(1_100_000, 'a'))
    assert.deepEqual([large.status, large.body.code], [413, 'integrations.too_large'])
  })

  it('a merchandiser imports goods, sees only her own files, and no import of people; who is bound to a shop imports nothing', async () => {
    const hers = shop.as(merchandiser)
    const mine = await upload('a.csv', goods)
    assert.equal((await hers.get(path(mine))).status, 404)
    const upload_id = await upload('kokyaku.csv', '会員番号,氏名\n1,青葉\n', merchandiser)
    const map = { source: 'x', customers: { fields: { external_id: '会員番号', name: '氏名' } } }
    assert.equal(
      (await hers.put(path(upload_id, '/plan'), { resource: 'customers', map })).body.code,
      'integrations.import_goods',
    )
    assert.notEqual((await hers.get(path(upload_id, '/guess'))).body.resource, 'customers')
    const items = (await hers.get('/v1/integrations/imports')).body.items as Body[]
    assert.ok(items.length > 0 && items.every(({ resource }) => resource === 'products'))
    const people = ((await admin().get('/v1/integrations/imports')).body.items as Body[]).find(
      ({ resource }) => resource === 'customers',
    )
    assert.equal((await hers.get(`/v1/integrations/imports/${String(people?.import_id)}`)).status, 404)
    const manager = await shop.as(shop.staff.manager.token).post('/v1/integrations/uploads', { file_name: 'a.csv' })
    assert.equal(manager.body.code, 'integrations.import_places')
  })

  it('a packed file that was cut off is told as such', async () => {
    const whole = gzipSync(Buffer.from(`${goods}${'A9,x,,,標準,1\n'.repeat(40_000)}`))
    const upload_id = await upload('cut.csv.gz', whole.subarray(0, whole.length - 40))
    const map = 'source: pos\nproducts: { fields: { external_id: 商品コード, name: 商品名 } }'
    const answer = await admin().put(path(upload_id, '/plan'), { resource: 'products', map })
    assert.deepEqual([answer.status, answer.body.code], [422, 'integrations.unpack'])
  })

  it('a worker killed in the middle is followed by another, which goes on where it stood; nothing is lost or doubled', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => `K${at},青葉${at},${at % 3 ? '' : at}`)
    const upload_id = await upload('ookii.csv', `会員番号,氏名,残高\n${rows.join('\n')}\n`)
    await planned(
      upload_id,
      'customers',
      'source: big\ncustomers: { fields: { external_id: 会員番号, name: 氏名, points: 残高 } }',
    )
    const { import_id } = (await ask(upload_id)).body
    const first = await startEngawa(shop.db.url, 'worker', { ENGAWA_KEY: key })
    for (;;) {
      const { rows_read, work } = await one(import_id)
      if (Number(rows_read) > 0 || work === null) break
      await sleep(10)
    }
    process.kill(first.pid, 'SIGKILL')
    await first.ended
    const left = await one(import_id)
    assert.equal(left.work, 'importing', 'it was killed while it worked')
    assert.ok(Number(left.rows_read) < 6_000)
    const second = await startEngawa(shop.db.url, 'worker', { ENGAWA_KEY: key })
    const done = await finished(import_id)
    await second.stop()
    assert.deepEqual([done.state, done.rows_read, done.rows_written], ['done', 6_000, 6_000])
    assert.deepEqual(done.brought, { customer: 6_000, opening: 1_999 })
    const { people } = await transaction(shop.db, system, (tx) =>
      only<{ people: number }>(
        tx,
        sql`select count(*)::integer as people from activity.event where type = 'customer.registered' and payload->>'route' = 'import'`,
      ),
    )
    assert.equal(people, 6_000 + 2)
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Bench, bench, type Caller } from '#access/testing'
import { rows, sql } from '#core/database'
import { id } from '#core/id'
import * as customers from './customers.ts'
import { customerRoutes } from './routes.ts'

let b: Bench
let till: Caller
const people: Record<string, { profile_id: string; member_number: string }> = {}
before(async () => {
  b = await bench([customerRoutes], customers.profilesOf)
  till = await b.staff('clerk', [id()])
  const join = async (as: string, body: object) => {
    people[as] = (await till('POST', '/v1/customers', body)).body as never
  }
  await join('hanako', {
    family_name: '木村',
    given_name: '花子',
    family_name_kana: 'キムラ',
    given_name_kana: 'ハナコ',
    email: 'hanako@example.jp',
    phone: '090-1234-5678',
    prefecture: '東京都',
    city: '世田谷区',
  })
  await join('taro', {
    family_name: '木村',
    given_name: '太郎',
    family_name_kana: 'キムラ',
    given_name_kana: 'タロウ',
    phone: '090-1234-5678',
  })
  await join('kimi', {
    family_name: '君島',
    given_name: '渚',
    family_name_kana: 'キミジマ',
    given_name_kana: 'ナギサ',
    phone: '03-3344-5678',
    card_numbers: ['G-100'],
  })
  await join('taka', {
    family_name: '髙橋',
    given_name: '祥子',
    family_name_kana: 'タカハシ',
    given_name_kana: 'ショウコ',
    phone: '070-9999-0000',
  })
})
after(() => b.close())

const found = async (text: string) => {
  const { body } = await till('POST', '/v1/customers/searches', { text })
  const names = Object.fromEntries(Object.entries(people).map(([name, one]) => [one.profile_id, name]))
  return (body.items as { profile_id: string }[]).map((hit) => names[hit.profile_id]).sort()
}

test('kana finds from its first character, in any script and with or without a space', async () => {
  assert.deepEqual(await found('キ'), ['hanako', 'kimi', 'taro'])
  assert.deepEqual(await found('きむ'), ['hanako', 'taro'])
  assert.deepEqual(await found('ｷﾑﾗ'), ['hanako', 'taro'])
  assert.deepEqual(await found('キムラ　はなこ'), ['hanako'])
  assert.deepEqual(await found('きむらは'), ['hanako'])
  assert.deepEqual(await found('ﾀｶﾊｼ ｼﾖｳｺ'), ['taka'])
  assert.deepEqual(await found('ハナコ'), ['hanako'])
})

test('names find through their variants', async () => {
  assert.deepEqual(await found('高橋'), ['taka'])
  assert.deepEqual(await found('髙橋 祥子'), ['taka'])
  assert.deepEqual(await found('木村太郎'), ['taro'])
})

test('the last four digits, the whole number, e-mail, card and member number find', async () => {
  assert.deepEqual(await found('5678'), ['hanako', 'kimi', 'taro'])
  assert.deepEqual(await found('０９０−１２３４−５６７８'), ['hanako', 'taro'])
  assert.deepEqual(await found('090 1234 5678'), ['hanako', 'taro'])
  assert.deepEqual(await found('+81 3-3344-5678'), ['kimi'])
  assert.deepEqual(await found('Hanako＠example.jp'), ['hanako'])
  assert.deepEqual(await found('g100'), ['kimi'])
  assert.deepEqual(await found(people.taka?.member_number as string), ['taka'])
})

test('kana and four digits together narrow', async () => {
  assert.deepEqual(await found('きみ 5678'), ['kimi'])
  assert.deepEqual(await found('キムラ 0000'), [])
})

test('hits are masked, and each is in the audit', async () => {
  const { body, text } = await till('POST', '/v1/customers/searches', { text: 'hanako@example.jp' })
  const [hit] = body.items as Record<string, string>[]
  assert.deepEqual(
    [hit?.name, hit?.name_kana, hit?.phone, hit?.email, hit?.city],
    ['木村 花•', 'キムラ ハ•', '•••5678', 'h•••@example.jp', '世田谷区'],
  )
  for (const secret of ['花子', '+8190', 'hanako', people.hanako?.member_number as string])
    assert.ok(!text.includes(secret), secret)
  const audited = await rows(
    b.db,
    sql`select 1 from access.audit where profile_id = ${people.hanako?.profile_id} and action = 'customers.searched'`,
  )
  assert.ok(audited.length > 0)
})

test('nobody but those who serve customers may search, and an empty wish is refused', async () => {
  assert.equal((await b.as()('POST', '/v1/customers/searches', { text: 'キ' })).status, 401)
  assert.equal((await (await b.staff('marketer'))('POST', '/v1/customers/searches', { text: 'キ' })).status, 403)
  assert.equal((await till('POST', '/v1/customers/searches', { text: ' 　' })).body.code, 'customers.search_empty')
})

test('one customer is one hit, whatever profiles she has', async () => {
  const double = await till('POST', '/v1/customers', {
    family_name: '木村',
    given_name: '花子',
    family_name_kana: 'キムラ',
    given_name_kana: 'ハナコ',
  })
  assert.equal((await found('キムラハナコ')).length, 2)
  const agent = await b.staff('agent')
  await agent('POST', '/v1/customers/merges', {
    keep_id: people.hanako?.profile_id,
    join_id: double.body.profile_id,
    reason: 'カード2枚',
  })
  assert.equal((await found('キムラハナコ')).length, 1)
})

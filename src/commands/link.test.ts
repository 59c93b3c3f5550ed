/** `engawa link`: people found in a list nobody has answers for, whatever its columns are called; told pair by pair. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { link as command } from '#commands/link'
import { csvLine } from '#core/csv'
import { Problem } from '#core/problem'
import { guessColumns, link, takeApart } from '#customers/customers'
import { compared, measured } from '../../bench/link.ts'
import { people } from '../../bench/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'engawa-link-'))
after(() => rmSync(folder, { recursive: true }))
const main = join(import.meta.dirname, '../main.ts')
const data = join(import.meta.dirname, '../../../shared/data')
const skip = existsSync(data) ? false : 'the real data (../shared/data) is not beside this checkout'

function engawa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'link', ...args],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\r\n')

test('a list under Japanese headers in another order is linked: each record has its person, each pair its reasons', () => {
  const { header, rows, truth } = people(600)
  const names: Record<string, string> = {
    id: '顧客コード',
    source: '登録元',
    name: 'お名前',
    kana: 'フリガナ',
    sex: '性別',
    birth: '生年月日',
    phone: 'TEL',
    email: 'メールアドレス',
    postal: '〒',
    address: '住所',
  }
  const turned = (row: readonly string[]) => csvLine([...row].reverse())
  writeFileSync(
    join(folder, 'list.csv'),
    turned(header.map((name) => names[name] as string)) + rows.map(turned).join(''),
  )
  const { status, stdout, stderr } = engawa('list.csv', '--out', 'clusters.csv', '--pairs', 'pairs.csv', '--json')
  assert.equal(status, 0, stderr)
  const told = JSON.parse(stdout) as { records: number; columns: { header: string; kind: string }[] }
  assert.equal(told.records, 600)
  for (const [kind, name] of Object.entries(names))
    assert.equal(told.columns.find((column) => column.header === name)?.kind, kind)

  const [head, ...found] = lines('clusters.csv').map((line) => line.split(','))
  assert.deepEqual(head, ['record_id', 'cluster_id'])
  const clusters = new Map(found as [string, string][])
  const score = compared(
    rows.map(([id = '']) => clusters.get(id)),
    truth,
  )
  assert.ok(score.f1 > 0.97, JSON.stringify(score))
  assert.match(lines('pairs.csv')[0] as string, /^id_a,id_b,probability,linked,姓,名,生年月日/)
  assert.match(lines('pairs.csv')[1] as string, /,一致 \(\+\d+\.\d\),/)
  assert.equal(statSync(join(folder, 'pairs.csv')).mode & 0o777, 0o600)
})

test('the record id says nothing of who it is: other ids, the same people', () => {
  const { header, rows } = people(300)
  const leaking = rows.map(([, ...row], at) => [`rec-${at >> 1}-dup-${at % 2}`, ...row])
  const columns = guessColumns(header, rows)
  assert.deepEqual(link(columns, leaking).clusters, link(columns, rows).clusters)
})

test('by keyed hashes alone people are found nearly as well, the same ones under every key', () => {
  const { header, rows, truth } = people(800)
  const columns = guessColumns(header, rows)
  const { clusters } = link(columns, rows, { key: Buffer.from('one') })
  const score = compared(clusters, truth)
  assert.ok(score.f1 > 0.95, JSON.stringify(score))
  assert.deepEqual(link(columns, rows, { key: Buffer.from('another') }).clusters, clusters)
})

test('columns may be split, named otherwise and stand anywhere', () => {
  const { header, rows, truth } = people(600)
  const at = (name: string) => header.indexOf(name as 'name')
  const split = rows.map((row) => {
    const [, prefecture = '', city = '', rest = ''] =
      /^(.+?[都府県])(.+?市.+?区|.+?[市区])(.*)$/.exec(row[at('address')] ?? '') ?? []
    const name = row[at('name')] ?? ''
    const [family = '', given = ''] = /\s/.test(name) ? name.split(/\s+/) : [name.slice(0, 2), name.slice(2)]
    const phone = row[at('phone')] ?? ''
    const house = phone.startsWith('03')
    return [
      rest,
      given,
      phone && !house ? phone : '',
      family,
      city,
      row[at('birth')] ?? '',
      house ? phone : '',
      prefecture,
      row[0] as string,
    ]
  })
  const columns = guessColumns(
    ['番地', '名', '携帯', '姓', '市区町村', 'お誕生日', '固定電話', '都道府県', '会員No.'],
    split,
  )
  assert.deepEqual(
    columns.map(({ kind }) => kind),
    ['address', 'given', 'phone', 'family', 'address', 'birth', 'phone', 'address', 'id'],
  )
  const score = compared(link(columns, split).clusters, truth)
  assert.ok(score.f1 > 0.9, JSON.stringify(score))
})

test('a household is not one person, nor are namesakes; one who married and moved is', () => {
  const { header, rows } = people(800)
  const own = [
    [
      'a1',
      'ec',
      '勅使河原 花',
      'テシガワラ ハナ',
      '女',
      '1980-02-03',
      '0355551234',
      'hana@example.jp',
      '1540001',
      '東京都世田谷区桜3-17-8',
    ],
    [
      'a2',
      'pos',
      '勅使河原 太郎',
      'テシガワラ タロウ',
      '男',
      '1978-11-23',
      '0355551234',
      '',
      '1540001',
      '東京都世田谷区桜3丁目17番8号',
    ],
    [
      'b1',
      'ec',
      '五百旗頭 萌',
      'イオキベ モエ',
      '女',
      '1990-05-05',
      '09011112222',
      'moe@example.jp',
      '5300001',
      '大阪府大阪市北区豊崎1-2-3',
    ],
    [
      'b2',
      'app',
      '五百旗頭 萌',
      'イオキベ モエ',
      '女',
      '1961-08-09',
      '08033334444',
      'ioki@example.com',
      '6500001',
      '兵庫県神戸市灘区篠原2-3-4',
    ],
    [
      'c1',
      'ec',
      '小鳥遊 香',
      'タカナシ カオリ',
      '女',
      '1985-01-30',
      '090-7777-8888',
      'kaori@example.jp',
      '2230061',
      '神奈川県横浜市港北区日吉4-5-6',
    ],
    [
      'c2',
      'app',
      '月見里 香',
      'ヤマナシ カオリ',
      '女',
      '昭和60年1月30日',
      '+81 90 7777 8888',
      '',
      '2110063',
      '神奈川県川崎市中原区小杉町1丁目2-3',
    ],
  ]
  const { clusters } = link(guessColumns(header, rows), [...rows, ...own])
  const [wife, husband, one, namesake, before, married] = clusters.slice(rows.length)
  assert.notEqual(wife, husband)
  assert.notEqual(one, namesake)
  assert.equal(before, married)
})

test('files too small to learn from, empty, or of one column end well', async (context) => {
  context.mock.method(console, 'log', () => {})
  for (const text of [
    '氏名\n',
    '氏名\n山田 太郎\n',
    'id,氏名,電話\n1,山田 太郎,09011112222\n2,山田太郎,090-1111-2222\n3,佐藤 花,08033334444\n',
  ]) {
    writeFileSync(join(folder, 'small.csv'), text)
    await command.run([join(folder, 'small.csv'), '--out', join(folder, 'small-clusters.csv')])
  }
  const of = new Map(lines('small-clusters.csv').map((line) => line.split(',') as [string, string]))
  assert.equal(of.get('1'), of.get('2'))
  assert.notEqual(of.get('1'), of.get('3'))
})

test('what is asked wrongly is refused with the field, in two languages', async () => {
  const file = join(folder, 'one.csv')
  writeFileSync(file, 'id,name\n1,山田\n')
  const refused = async (...args: string[]) => {
    try {
      await command.run(args)
    } catch (error) {
      if (error instanceof Problem) return { code: error.code, field: error.detail.field }
      throw error
    }
    return assert.fail('it was not refused')
  }
  assert.deepEqual(await refused(file, '--map', 'nome=name'), { code: 'customers.link_column', field: 'map' })
  assert.deepEqual(await refused(file, '--map', 'name=nome'), { code: 'customers.link_kind', field: 'map' })
  assert.deepEqual(await refused(file, '--threshold', '2'), { code: 'customers.link_threshold', field: 'threshold' })
  assert.equal((await refused(join(folder, 'none.csv'))).code, 'integrations.no_file')
})

test('addresses come apart without a table of towns', () => {
  const parts = (text: string) => Object.values(takeApart(text))
  assert.deepEqual(parts('大阪府堺市北区北花田町２丁４－１'), ['大阪府', '堺市北区', '北花田町二丁', '4-1', ''])
  assert.deepEqual(parts('〒154-0001 世田谷区太子堂二丁目２９番８号 縁側ハイツ101'), [
    '東京都',
    '世田谷区',
    '太子堂二丁目',
    '29-8',
    '縁側ハイツ101',
  ])
  assert.deepEqual(parts('千葉県市川市八幡4-3-21'), ['千葉県', '市川市', '八幡四丁目', '3-21', ''])
})

test('on real lists one threshold finds people as rightly as wanted, also in the half nobody looked at', {
  skip,
}, () => {
  const found = measured(['ja_seen', 'ja_unseen', 'febrl1', 'fake_1000', 'addresses_exact'])
  for (const [name, least] of Object.entries({
    ja_seen: 0.94,
    ja_unseen: 0.94,
    febrl1: 0.998,
    fake_1000: 0.92,
    addresses_exact: 0.95,
  }))
    assert.ok((found[name] as number) >= least, `${name}: ${found[name]}`)
})

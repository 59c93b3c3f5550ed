import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import iconv from 'iconv-lite'
import { system } from '#core/actor'
import { type TestDatabase, testDatabase } from '#core/testing'
import { importFile } from '#integrations/integrations'
import { plainTown } from '#integrations/postal'
import { townsOf } from '#stores/stores'

const folder = mkdtempSync(join(tmpdir(), 'engawa-postal-'))
const map = join(import.meta.dirname, '../../maps/postal.yml')
let base: TestDatabase
before(async () => {
  base = await testDatabase()
})
after(async () => {
  rmSync(folder, { recursive: true })
  await base.close()
})
const row = (code: string, prefecture: string, city: string, town: string, kana: string) =>
  `13104,"160  ","${code}","トウキョウト","シク","${kana}","${prefecture}","${city}","${town}",0,0,0,0,0,0`
const file = (name: string, lines: string[], encoding = 'utf8') => {
  const path = join(folder, name)
  writeFileSync(path, iconv.encode(`${lines.join('\r\n')}\r\n`, encoding))
  return path
}
const read = (path: string) => importFile(base.db, system, { resource: 'postal', file: path, map })
const named = async (code: string) =>
  (await townsOf(base.db, code)).map(({ city, town, town_kana }) => [city, town, town_kana])

test('a table of postal codes is imported; one code keeps all its towns, and a repeat changes nothing', async () => {
  const lines = [
    row('1600022', '東京都', '新宿区', '新宿', 'シンジュク'),
    row('1600000', '東京都', '新宿区', '以下に掲載がない場合', 'イカニケイサイガナイバアイ'),
    row('1631501', '東京都', '新宿区', '西新宿新宿エルタワー（１階）', 'ニシシンジュクシンジュクエルタワー（１カイ）'),
    row('6028368', '京都府', '京都市上京区', '北町', 'キタマチ'),
    row('6028368', '京都府', '京都市上京区', '東町', 'ヒガシマチ'),
    row('5220317', '滋賀県', '犬上郡多賀町', '一円', 'イチエン'),
    row('9999999', '江戸', '新宿区', '新宿', 'シンジュク'),
  ]
  const first = await read(file('utf_ken_all.csv', lines))
  assert.deepEqual([first.rows_written, first.rows_refused, first.made.towns], [6, 1, 6])
  assert.deepEqual(await named('1600022'), [['新宿区', '新宿', 'シンジュク']])
  assert.deepEqual(await named('1600000'), [['新宿区', '', null]])
  assert.deepEqual(await named('1631501'), [['新宿区', '西新宿新宿エルタワー', 'ニシシンジュクシンジュクエルタワー']])
  assert.deepEqual(
    (await named('6028368')).map(([, town]) => town),
    ['北町', '東町'],
  )
  assert.deepEqual(await named('5220317'), [['犬上郡多賀町', '一円', 'イチエン']])
  assert.equal((await read(file('utf_ken_all.csv', lines))).state, 'repeated')
  const newer = await read(
    file('newer.csv', [...lines.slice(0, 5), row('1600023', '東京都', '新宿区', '西新宿', 'ニシシンジュク')]),
  )
  assert.deepEqual([newer.rows_written, newer.rows_repeated], [1, 5])
})

test('the older file in Shift_JIS is read too, with remarks that run over several rows', async () => {
  const report = await read(
    file(
      'KEN_ALL.CSV',
      [
        row('0660005', '北海道', '千歳市', '協和（８８−２、２７１−１０、', 'ｷｮｳﾜ(88-2､271-10､'),
        row('0660005', '北海道', '千歳市', '３４３−２、４０４−１', '343-2､404-1'),
        row('0660005', '北海道', '千歳市', '番地）', 'ﾊﾞﾝﾁ)'),
        row('0660006', '北海道', '千歳市', '本町', 'ﾎﾝﾁｮｳ'),
      ],
      'Shift_JIS',
    ),
  )
  assert.equal(report.rows_refused, 0)
  assert.deepEqual(await named('0660005'), [['千歳市', '協和', 'キョウワ']])
  assert.deepEqual(await named('0660006'), [['千歳市', '本町', 'ホンチョウ']])
})

test('words that are no town are left out of an address', () => {
  assert.equal(plainTown('利島村一円'), '')
  assert.equal(plainTown('一円'), '一円')
  assert.equal(plainTown('境町の次に１〜４９８番地がくる場合'), '')
  assert.equal(plainTown('大通西（１〜１９丁目）'), '大通西')
})

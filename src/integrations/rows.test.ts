import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { Problem } from '#core/problem'
import { explain } from '#integrations/faults'
import { onDisk, survey } from '#integrations/file'
import { type Row, rowsOf } from '#integrations/rows'

const folder = mkdtempSync(join(tmpdir(), 'engawa-rows-'))
after(() => rmSync(folder, { recursive: true }))

async function read(
  name: string,
  bytes: Buffer | string,
  columns: string[],
  header: true | string[] = true,
): Promise<Row[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const rows: Row[] = []
  for await (const row of rowsOf(await survey(onDisk(path)), { header }, columns)) rows.push(row)
  return rows
}
const cells = (rows: Row[]) => rows.map((row) => row.cells)
const code = (wanted: string) => (error: unknown) => error instanceof Problem && error.code === wanted

test('a Shift_JIS file of a Windows till is recognised, with the letters only Windows knows', async () => {
  const text = '番号,氏名,品名\r\n1,髙橋 﨑子,"ｷﾞｭｳﾆｭｳ①"\r\n2,渡邉㈱,ﾊﾟﾝ\r\n'
  const rows = await read('till.csv', iconv.encode(text, 'cp932'), ['氏名', '品名'])
  assert.deepEqual(cells(rows), [
    ['髙橋 﨑子', 'ｷﾞｭｳﾆｭｳ①'],
    ['渡邉㈱', 'ﾊﾟﾝ'],
  ])
})

test('the first Japanese letter may stand in the last row of a long file', async () => {
  const text = `id,name\n${'1,plain\n'.repeat(50_000)}2,末尾\n`
  const rows = await read('long.csv', iconv.encode(text, 'cp932'), ['name'])
  assert.equal(rows.length, 50_001)
  assert.deepEqual(rows.at(-1), { row: 50_001, cells: ['末尾'] })
})

test('UTF-8 with and without its mark, UTF-16, and packed files read alike', async () => {
  const text = 'id,name\n1,縁側\n'
  const wanted = [['1', '縁側']]
  assert.deepEqual(cells(await read('a.csv', `\ufeff${text}`, ['id', 'name'])), wanted)
  assert.deepEqual(cells(await read('b.csv', text, ['id', 'name'])), wanted)
  assert.deepEqual(cells(await read('c.csv', iconv.encode(text, 'utf-16', { addBOM: true }), ['id', 'name'])), wanted)
  assert.deepEqual(cells(await read('d.csv.gz', gzipSync(iconv.encode(text, 'cp932')), ['id', 'name'])), wanted)
  assert.deepEqual(cells(await read('e.tsv.gz', gzipSync(text.replaceAll(',', '\t')), ['id', 'name'])), wanted)
})

test('columns are found by name in any order, whatever the width of its letters; a file may come without names', async () => {
  assert.deepEqual(cells(await read('f.csv', ' ﾅﾏｴ ,ＩＤ\nx,1\n', ['ID', 'ナマエ'])), [['1', 'x']])
  assert.deepEqual(cells(await read('g.csv', '1,x\n2,y\n', ['name', 'id'], ['id', 'name'])), [
    ['x', '1'],
    ['y', '2'],
  ])
})

test('a missing column, or one named twice, is told before anything is read', async () => {
  await assert.rejects(read('h.csv', 'id,nam\n1,x\n', ['id', 'name']), code('integrations.columns'))
  await assert.rejects(read('i.csv', 'id,name,name\n1,x,y\n', ['id', 'name']), code('integrations.columns'))
})

test('one bad row does not end the file: too few columns, broken letters, a stray quote', async () => {
  const rows = await read(
    'j.csv',
    Buffer.concat([Buffer.from('id,name,size\n1,a\n2,5" pipe,9\n\n3,c,7\n4,d,8,\n'), Buffer.from('5,\ufffd,1\n')]),
    ['name'],
  )
  assert.deepEqual(
    rows.map(({ row, fault }) => [row, fault?.reason]),
    [
      [1, 'columns'],
      [2, undefined],
      [3, undefined],
      [4, undefined],
      [5, 'letters'],
    ],
  )
  assert.equal(rows[1]?.cells[0], '5" pipe')
})

test('NDJSON rows are read by property or path, and a line that is no object is one refused row', async () => {
  const rows = await read('k.ndjson', '{"id":1,"customer":{"kana":"ｻﾄｳ"},"n":0}\nnot json\n[1]\n\n{"id":2}\n', [
    'id',
    'customer.kana',
    'n',
  ])
  assert.deepEqual(cells(rows), [
    ['1', 'ｻﾄｳ', '0'],
    ['', '', ''],
    ['', '', ''],
    ['2', '', ''],
  ])
  assert.deepEqual(
    rows.map(({ fault }) => fault?.reason),
    [undefined, 'json', 'json', undefined],
  )
})

test('a packed file that was cut off is refused in plain words', async () => {
  const whole = gzipSync(`id\n${Array.from({ length: 9_000 }, (_, at) => `${at * 7919}\n`).join('')}`)
  await assert.rejects(read('l.csv.gz', whole.subarray(0, whole.length - 2_000), ['id']), code('integrations.unpack'))
})

test('a quote that is never closed is refused naming its line', async () => {
  await assert.rejects(read('m.csv', 'id,name\n1,"open\n2,x\n', ['id']), code('integrations.syntax'))
})

test('reasons are told in both languages with their facts', () => {
  assert.deepEqual(explain({ field: 'row', reason: 'columns', facts: { expected: 3, found: 2 } }), {
    ja: '列の数が違います（3列のはずが2列）。',
    en: 'The row has 2 columns instead of 3.',
  })
})

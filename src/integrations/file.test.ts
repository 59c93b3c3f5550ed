import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { createGzip } from 'node:zlib'
import { bounded, onDisk, survey } from '#integrations/file'

const folder = mkdtempSync(join(tmpdir(), 'engawa-file-'))
after(() => rmSync(folder, { recursive: true }))

test('a packed file that swells beyond bounds is refused before it is read to its end', async () => {
  const path = join(folder, 'bomb.csv.gz')
  const zeros = Buffer.alloc(1 << 20)
  const packed: Buffer[] = []
  for await (const chunk of Readable.from(Array(300).fill(zeros)).pipe(createGzip())) packed.push(chunk as Buffer)
  writeFileSync(path, Buffer.concat(packed))
  await assert.rejects(survey(onDisk(path)), { code: 'integrations.swells', status: 422 })
})

test('what swells by less than a hundred times passes, whatever its size', async () => {
  const through = async (...chunks: number[]) => {
    let bytes = 0
    for await (const chunk of Readable.from(chunks.map((size) => Buffer.alloc(size))).pipe(bounded(10, 0)))
      bytes += (chunk as Buffer).length
    return bytes
  }
  assert.equal(await through(900, 100), 1000)
  await assert.rejects(through(900, 101), /beyond bounds/)
})

/** A file, on disk or as it was sent: its hash, whether it is packed, how its letters are encoded, its text as a stream. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type PassThrough, pipeline, type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import iconv from 'iconv-lite'
import { refuse } from '#core/problem'

export type Format = 'csv' | 'tsv' | 'ndjson'
/** Bytes that can be read again and again from their beginning. */
export type Stored = { name: string; size: number; open(): Readable }
export type Source = Stored & { sha256: Buffer; packed: boolean; encoding: string; format: Format }

/** A file on this machine's disk. */
export function onDisk(path: string): Stored {
  if (!existsSync(path) || !statSync(path).isFile()) {
    refuse('integrations.no_file', 404, `ファイル ${path} がありません。`, `There is no file ${path}.`, {
      field: 'file',
    })
  }
  return {
    name: basename(path),
    size: statSync(path).size,
    open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
  }
}

/** Read a file once from end to end: what it is, so that the import can be named by it. Given facts are not guessed. */
export async function survey(stored: Stored, given: { encoding?: string; format?: Format } = {}): Promise<Source> {
  if (given.encoding && !iconv.encodingExists(given.encoding)) {
    refuse(
      'integrations.encoding',
      422,
      `文字コード ${given.encoding} は扱えません。`,
      `The encoding ${given.encoding} is not known.`,
      { field: 'encoding' },
    )
  }
  const hash = createHash('sha256')
  let packed: boolean | undefined
  for await (const chunk of stored.open() as AsyncIterable<Buffer>) {
    hash.update(chunk)
    packed ??= chunk[0] === 0x1f && chunk[1] === 0x8b
  }
  const shape = { ...stored, sha256: hash.digest(), packed: packed ?? false }
  const format = given.format ?? formatOf(shape.name)
  return { ...shape, format, encoding: given.encoding ?? (await guessEncoding(shape)) }
}

function formatOf(name: string): Format {
  if (/\.(tsv|tab)(\.gz)?$/i.test(name)) return 'tsv'
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(name)) return 'ndjson'
  return 'csv'
}

// The whole file is looked at: the first Japanese letter may stand in the last row. What is not UTF-8 is taken for
// Windows' Shift_JIS, which Japanese tills and spreadsheets write.
async function guessEncoding(shape: Packed): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of bytes(shape) as AsyncIterable<Buffer>) {
      if (first && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)))
        return 'utf-16'
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'cp932'
    return unreadable(error)
  }
}

type Packed = Stored & { packed: boolean }
function bytes({ open, size, packed }: Packed): Readable {
  return packed ? join(join(open(), createGunzip()), bounded(size)) : open()
}

const unpacked_free = 256 * 1024 * 1024
const unpacked_times = 100

/** What no honest table does: swell to more than a hundred times its packed size (beyond 256 MB). A bomb ends here, with its error. */
export function bounded(packed_bytes: number, free = unpacked_free): Transform {
  const most = Math.max(free, packed_bytes * unpacked_times)
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _, pass) {
      seen += chunk.length
      pass(seen > most ? Object.assign(new Error('unpacks beyond bounds'), { code: 'Z_BOUND' }) : null, chunk)
    },
  })
}

/** The file's text, unpacked and decoded; letters its encoding does not know become U+FFFD. */
export function text(source: Source): Readable {
  return join(bytes(source), iconv.decodeStream(source.encoding) as unknown as PassThrough)
}

/** Two streams as one: whatever breaks in the first ends the second with the same error. */
export function join<Next extends NodeJS.ReadWriteStream & Readable>(from: Readable, to: Next): Next {
  pipeline(from, to, (error) => {
    if (error && !to.destroyed) to.destroy(error)
  })
  return to
}

/** A file that cannot be read to its end is the sender's to mend; anything else is a bug. */
export function unreadable(error: unknown): never {
  const { code, lines, message } = error as { code?: string; lines?: number; message?: string }
  if (code === 'Z_BOUND') {
    return refuse(
      'integrations.swells',
      422,
      '圧縮ファイルが、展開すると大きくなりすぎます。分割するか、圧縮せずにお送りください。',
      'Unpacked, this file grows beyond all bounds: split it, or send it unpacked.',
      { field: 'file' },
    )
  }
  if (code?.startsWith('Z_')) {
    return refuse(
      'integrations.unpack',
      422,
      '圧縮ファイルが壊れています（途中で切れている可能性があります）。',
      'The packed file is broken or cut off.',
      { field: 'file' },
    )
  }
  if (code?.startsWith('CSV_')) {
    return refuse(
      'integrations.syntax',
      422,
      `${lines ?? '?'}行目の書式を読み取れません（${code}）。引用符の閉じ忘れなどをご確認ください。`,
      `Line ${lines ?? '?'} cannot be read (${code}). Is a quote left open?`,
      { field: 'file', line: lines, reason: message },
    )
  }
  throw error
}

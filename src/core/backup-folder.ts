/** How a backup lies on disk: bases, the log since, and how far the log is kept. No key and no password is ever in it. */
import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Position, positionOf, type System, segmentOf } from './replication.ts'

export type Base = {
  label: string
  /** Where in the log the copy begins, and where it is whole. */
  from: string
  to: string
  /** The moment from which on this base can be used. */
  whole_at: string
  timeline: number
  segment_bytes: number
  systemid: string
  major: number
  bytes: number
}
/** How far the log is kept, and the server's clock at that place. */
export type Kept = { systemid: string; timeline: number; position: string; at: string }

export class BackupFolder {
  readonly path: string
  readonly wal: string
  readonly bases: string
  readonly erasures: string

  constructor(path: string) {
    this.path = path
    this.wal = join(path, 'wal')
    this.bases = join(path, 'base')
    this.erasures = join(path, 'erasures.ndjson')
  }

  make(): void {
    for (const folder of [this.path, this.wal, this.bases]) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  /** Whole bases, the newest last; one that was interrupted has no description and counts for nothing. */
  baseList(): Base[] {
    const found: Base[] = []
    for (const label of listed(this.bases)) {
      const about = read<Base>(join(this.bases, label, 'about.json'))
      if (about) found.push(about)
    }
    return found.sort((a, b) => (a.whole_at < b.whole_at ? -1 : 1))
  }
  tarOf(label: string): string {
    return join(this.bases, label, 'base.tar.zst')
  }

  kept(): Kept | undefined {
    return read<Kept>(join(this.path, 'kept.json'))
  }
  keep(kept: Kept): void {
    write(join(this.path, 'kept.json'), kept)
  }
  describe(base: Base): void {
    write(join(this.bases, base.label, 'about.json'), base)
  }

  /** Files of the log by name: packed when whole, `.partial` while being written; from a segment on, those of its history. */
  segments(from = ''): string[] {
    return listed(this.wal)
      .filter((name) => /^[0-9A-F]{24}(\.zst|\.partial)$/.test(name))
      .filter((name) => name.slice(0, 8) === (from || name).slice(0, 8) && name.slice(0, 24) >= from)
      .sort()
  }

  /** Forget all but the newest bases and the log only they needed; what went. */
  prune(keep: number): string[] {
    const bases = this.baseList()
    const gone = bases.slice(0, Math.max(0, bases.length - keep))
    for (const { label } of gone) fs.rmSync(join(this.bases, label), { recursive: true })
    const oldest = bases[gone.length]
    if (!oldest || gone.length === 0) return []
    const needed = segmentOf(positionOf(oldest.from), oldest)
    for (const name of this.segments())
      if (name.slice(0, 8) <= needed.slice(0, 8) && name.slice(0, 24) < needed) fs.rmSync(join(this.wal, name))
    return gone.map(({ label }) => label)
  }

  /** Where to go on: the beginning of the segment that is not whole, or the end of the last whole one. */
  resumeAt(system: Pick<System, 'timeline' | 'segment_bytes'>): Position | undefined {
    const prefix = system.timeline.toString(16).toUpperCase().padStart(8, '0')
    const last = this.segments()
      .filter((name) => name.startsWith(prefix))
      .at(-1)
    if (!last) return undefined
    const size = BigInt(system.segment_bytes)
    const number = BigInt(`0x${last.slice(8, 16)}`) * (0x100000000n / size) + BigInt(`0x${last.slice(16, 24)}`)
    return (last.endsWith('.partial') ? number : number + 1n) * size
  }
}

function listed(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : []
}
function read<T>(file: string): T | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : undefined
}
/** Written beside and moved into place: nobody reads half of it. */
function write(file: string, value: unknown): void {
  const descriptor = fs.openSync(`${file}.new`, 'w', 0o600)
  fs.writeSync(descriptor, `${JSON.stringify(value, null, 2)}\n`)
  fs.fsyncSync(descriptor)
  fs.closeSync(descriptor)
  fs.renameSync(`${file}.new`, file)
}

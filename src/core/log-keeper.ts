/** Writes the log of a server, as it comes, into the segments of a backup: synced every second, packed when whole. */
import * as fs from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import type { BackupFolder } from './backup-folder.ts'
import { type Piece, type Position, type System, segmentOf, textOf } from './replication.ts'

const pack = promisify(zstdCompress)

export class LogKeeper {
  private readonly folder: BackupFolder
  private readonly system: System
  private open: { name: string; descriptor: number } | undefined
  private written: Position
  private synced: Position
  private sent_ms = 0
  private packing: Promise<void> = Promise.resolve()

  constructor(folder: BackupFolder, system: System, from: Position) {
    this.folder = folder
    this.system = system
    this.written = from
    this.synced = from
  }

  /** How far the log is safely on disk. */
  get position(): Position {
    return this.synced
  }

  take({ at, bytes, sent_ms }: Piece): void {
    const size = BigInt(this.system.segment_bytes)
    let position = at
    for (let rest = bytes; rest.length > 0; ) {
      const offset = Number(position % size)
      const part = rest.subarray(0, this.system.segment_bytes - offset)
      fs.writeSync(this.segment(position), part, 0, part.length, offset)
      position += BigInt(part.length)
      rest = rest.subarray(part.length)
      if (position % size === 0n) this.close()
    }
    this.written = position
    this.sent_ms = sent_ms
  }

  /** Bring what was written to disk and say how far it goes. */
  sync(now_ms = this.sent_ms): void {
    if (this.open) fs.fsyncSync(this.open.descriptor)
    this.synced = this.written
    const { systemid, timeline } = this.system
    if (now_ms > 0)
      this.folder.keep({ systemid, timeline, position: textOf(this.synced), at: new Date(now_ms).toISOString() })
  }

  async end(): Promise<void> {
    this.sync()
    if (this.open) fs.closeSync(this.open.descriptor)
    this.open = undefined
    await this.packing
  }

  private segment(position: Position): number {
    const name = segmentOf(position, this.system)
    if (this.open?.name !== name) {
      this.close()
      // Kept from before a restart: written over from its beginning, the same bytes again.
      const file = join(this.folder.wal, `${name}.partial`)
      const descriptor = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600)
      this.open = { name, descriptor }
    }
    return this.open.descriptor
  }

  private close(): void {
    if (!this.open) return
    const { name, descriptor } = this.open
    this.open = undefined
    fs.fsyncSync(descriptor)
    fs.closeSync(descriptor)
    this.packing = this.packing.then(() => packed(join(this.folder.wal, name)))
  }
}

/** Pack a whole segment; until it is there the unpacked one counts. */
async function packed(file: string): Promise<void> {
  const bytes = await pack(await fs.promises.readFile(`${file}.partial`))
  const handle = await fs.promises.open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await fs.promises.rename(`${file}.new`, `${file}.zst`)
  await fs.promises.rm(`${file}.partial`)
}

/** What the doctor looks at on the machine, and how a finding is told. */
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { defaultFolder } from '#core/attach'
import type { Message } from '#core/problem'
import { builtFaces } from '#faces'
import { unready } from '#production'

/** `mend` says what to do about a note or a wrong. */
export type Result = { what: Message; state: 'fine' | 'note' | 'wrong'; said: string; mend?: Message }

const least_disk_bytes = 5e8
const enough_disk_bytes = 2e9
const enough_memory_bytes = 1.5e9

export function machine(folder: string | undefined): Result[] {
  return [node(), memory(), disk(folder), faces(), ...production()]
}

export function fine(what: Message, said: string): Result {
  return { what, state: 'fine', said }
}

function node(): Result {
  const what = { ja: 'Node', en: 'version' }
  if (Number(process.versions.node.split('.')[0]) >= 24) return fine(what, process.version)
  return {
    what,
    state: 'wrong',
    said: process.version,
    mend: { ja: '「npm ci」で入ります。', en: '"npm ci" brings it.' },
  }
}

function memory(): Result {
  const what = { ja: 'メモリー', en: 'memory' }
  const bytes = totalmem()
  if (bytes >= enough_memory_bytes) return fine(what, gigabytes(bytes))
  const mend = { ja: '2 GB 以上をお勧めします。', en: 'Better 2 GB or more.' }
  return { what, state: 'note', said: gigabytes(bytes), mend }
}

function disk(folder = defaultFolder()): Result {
  const what = { ja: '空き容量', en: 'free disk' }
  const { bavail, bsize } = statfsSync(process.env.DATABASE_URL ? '/' : existing(folder))
  const bytes = bavail * bsize
  if (bytes >= enough_disk_bytes) return fine(what, gigabytes(bytes))
  const mend = {
    ja: '空きを増やしてください。なくなるとデータベースは書き込みを止めます（データは失われません）。',
    en: 'Make room: without any the database stops writing (nothing is lost).',
  }
  return { what, state: bytes < least_disk_bytes ? 'wrong' : 'note', said: gigabytes(bytes), mend }
}

function faces(): Result {
  const what = { ja: '組み立てた画面', en: 'built faces' }
  const built = builtFaces()
  const said = built.map(({ name }) => name.en).join(', ') || '–'
  if (built.length >= 3) return fine(what, said)
  return { what, state: 'note', said, mend: { ja: '「npm run build」で組み立てます。', en: 'Run "npm run build".' } }
}

function production(): Result[] {
  if (process.env.ENGAWA_ENV !== 'production') return []
  const what = { ja: '本番の設定', en: 'production settings' }
  const faults = unready(process.env, { faces: true })
  if (faults.length === 0) return [fine(what, 'ENGAWA_ENV=production')]
  return faults.map((mend) => ({ what, state: 'wrong', said: 'ENGAWA_ENV=production', mend }))
}

export function existing(folder: string): string {
  try {
    statfsSync(folder)
    return folder
  } catch {
    return '.'
  }
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

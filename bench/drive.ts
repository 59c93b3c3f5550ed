import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Load, Told } from './load.ts'

/** Send a load from a process of its own; refuses to report a run in which any request failed. */
export async function drive(load: Load): Promise<Told> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'load.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  child.stdin.end(JSON.stringify(load))
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`the load driver ended with ${code}`)
  const told = JSON.parse(out) as Told
  if (told.refused > 0)
    throw new Error(`${told.refused} of ${told.answered + told.refused} requests were refused: the run does not count`)
  return told
}

/** What the operating system knows about a process: is it alive, is it still the same one, what does it run. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** True while a process with this id exists, whoever owns it. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A text that differs when the id was given to another process since (or the machine restarted); '' when it is gone. */
export function stamp(pid: number): string {
  if (!alive(pid)) return ''
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name in brackets may hold anything; the start time is the 20th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? '' : `${boot}/${fields[19]}`
  } catch {
    return ''
  }
}

/** The name of the program a process runs, without its folder; '' when it is gone. */
export function program(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'comm').split('/').at(-1) ?? ''
  try {
    return stamp(pid) && readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

/** Every process of this program that works inside a folder, as far as this user may see (Linux; elsewhere none). */
export function workingIn(folder: string, name: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return program(pid) === name && readlinkSync(`/proc/${pid}/cwd`) === folder
      } catch {
        return false
      }
    })
}

/** Waits until a process is gone; false when it still lives after the given time. */
export async function gone(pid: number, timeout_ms: number): Promise<boolean> {
  const until = performance.now() + timeout_ms
  while (stamp(pid)) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

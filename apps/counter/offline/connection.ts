import { useSyncExternalStore } from 'react'

const LOOK_MS = 3000

// A device that has Wi-Fi says it is online though the line behind it is dead: only an answer proves a connection.
let connected = navigator.onLine
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Whether the house answers, as last seen. */
export function isConnected(): boolean {
  return connected
}

/** The house answered. */
export function answered(): void {
  change(true)
}

/** It did not: from now on it is asked every few seconds whether it is back. */
export function silent(): void {
  change(false)
}

function change(now: boolean): void {
  if (!now) lookLater()
  if (now === connected) return
  connected = now
  for (const listener of listeners) listener()
}

function lookLater(): void {
  clearTimeout(timer)
  timer = setTimeout(look, LOOK_MS)
}

async function look(): Promise<void> {
  try {
    await fetch('/livez', { signal: AbortSignal.timeout(LOOK_MS) })
    change(true)
  } catch {
    change(false)
  }
}

window.addEventListener('offline', silent)
window.addEventListener('online', () => void look())
if (!connected) lookLater()

/** Be told when the connection comes or goes. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** True while the house answers. */
export function useConnected(): boolean {
  return useSyncExternalStore(onConnection, isConnected)
}

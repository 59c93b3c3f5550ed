/** Where the card is kept on this device: its last state, and the page that shows it. */
export const SHELF = 'engawa_card'
const PAGE = 'engawa-card-page'

/** Lets the member card open without a signal: a small worker keeps its page and nothing else. */
export function keepForOffline(): void {
  // Only secure contexts have service workers; elsewhere the card simply needs the network.
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/card-worker.js', { scope: '/card' }).catch(() => undefined)
}

/** Signed out, nothing of the person stays on the device. */
export async function forgetCard(): Promise<void> {
  localStorage.removeItem(SHELF)
  if ('caches' in globalThis) await caches.delete(PAGE)
}

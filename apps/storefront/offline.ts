import { keptCard, renewCard } from './card/shelf.ts'

const KEPT = 'engawa-storefront'

/** Lets the storefront say that there is no signal, and this member's card open without one, even the first time. */
export function keepForOffline(member_number: string | null): void {
  if (member_number && keptCard()?.card?.member_number !== member_number) renewCard().catch(() => undefined)
  // Only secure contexts have service workers; elsewhere the card simply needs the network.
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('/worker.js')
    .then(async () => {
      const { active } = await navigator.serviceWorker.ready
      if (member_number) active?.postMessage('keep card')
    })
    .catch(() => undefined)
}

/** Signed out: the card's page leaves this device, and one that is just being fetched is not kept either. */
export async function forgetCardPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const worker = await navigator.serviceWorker.getRegistration()
  worker?.active?.postMessage('forget card')
  await (await caches.open(KEPT)).delete('/card')
}

// The storefront without a signal: the member card with everything it is made of, and a page that says so for all the rest.
// Other faces on this address (counter, console, displays, the API and its docs) go to the network as if this were not here.
const KEPT = 'engawa-storefront'
const OFFLINE = '/offline.html'
const CARD = '/card'
const others = /^\/(counter|console|display|kit|docs|openapi|v1|line|livez|health)(\/|\.|$)/
// Longer than this nobody waits at a till: the card as last seen opens, and renews itself once it stands.
const PATIENCE_MS = 250
let turn = 0

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.add(OFFLINE)))
  self.skipWaiting()
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data === 'keep card') event.waitUntil(keepCard().catch(() => undefined))
  if (event.data === 'forget card') {
    // What is still on its way for whoever was here before is not kept any more.
    turn++
    event.waitUntil(caches.open(KEPT).then((cache) => cache.delete(CARD)))
  }
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || others.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(url.pathname === CARD ? card(request) : page(request))
  // Built files carry their content's hash in their name: once kept, they never change.
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

async function page(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(OFFLINE)
    if (kept) return kept
    throw error
  }
}

/** Keeps the card's page, unless she signed out since it was asked for. */
async function keep(answer, asked_in) {
  const cache = await caches.open(KEPT)
  if (answer.ok && asked_in === turn) await cache.put(CARD, answer).catch(() => undefined)
  if (asked_in !== turn) await cache.delete(CARD)
}

async function card(request) {
  const asked_in = turn
  const kept = await caches.match(CARD)
  const fresh = fetch(request).then(async (answer) => {
    await keep(answer.clone(), asked_in)
    return answer
  })
  if (!kept) return fresh.catch(() => page(request))
  const late = new Promise((done) => setTimeout(() => done(kept), PATIENCE_MS))
  return Promise.race([fresh.catch(() => kept), late])
}

async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone()).catch(() => undefined)
  return answer
}

/** The card's page as it is now, and every file it names. */
async function keepCard() {
  const asked_in = turn
  const answer = await fetch(CARD)
  if (!answer.ok) return
  const cache = await caches.open(KEPT)
  const text = await answer.clone().text()
  await keep(answer, asked_in)
  const named = new Set(text.match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [])
  await Promise.all([...named].map(async (path) => (await cache.match(path)) ?? cache.add(path)))
}

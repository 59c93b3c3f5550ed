// Keeps the member card's page and the files it is made of, so that it opens without a signal.
// Its scope is /card alone: every other page, and every other face, goes to the network as ever.
const PAGE = 'engawa-card-page'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  // What the server says now always wins; the kept page is for when it cannot be asked.
  if (request.mode === 'navigate') event.respondWith(fresh(request))
  // Built files carry their content's hash in their name: once kept, they never change.
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request))
})

async function fresh(request) {
  const cache = await caches.open(PAGE)
  let answer
  try {
    answer = await fetch(request)
  } catch (error) {
    const before = await cache.match('/card')
    if (before) return before
    throw error
  }
  if (answer.ok) await cache.put('/card', answer.clone()).catch(() => undefined)
  return answer
}

async function kept(request) {
  const cache = await caches.open(PAGE)
  const before = await cache.match(request)
  if (before) return before
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/**
 * The counter without a network: its own files are kept whole, its page opens from them, pictures stay once seen.
 * Its scope is /counter/ alone. What the API says is never kept here: the till keeps its own copy and knows how old it is.
 */
import { CacheFirst, ExpirationPlugin, type PrecacheEntry, Serwist } from 'serwist'

declare global {
  // The list of built files, put here by the build.
  var __SW_MANIFEST: PrecacheEntry[]
}

new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: { navigateFallback: '/counter/index.html' },
  skipWaiting: true,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/v1/catalog/pictures/'),
      handler: new CacheFirst({
        cacheName: 'engawa-till-pictures',
        plugins: [new ExpirationPlugin({ maxEntries: 2000 })],
      }),
    },
  ],
}).addEventListeners()

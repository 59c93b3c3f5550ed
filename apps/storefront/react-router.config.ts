import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: '.',
  buildDirectory: '../../build/storefront',
  ssr: true,
  // All addresses are known from the first page on: the way to the card must not need a signal.
  routeDiscovery: { mode: 'initial' },
  // A page's script is one file, named by the page itself: what the worker keeps of the card is all of it.
  splitRouteModules: false,
} satisfies Config

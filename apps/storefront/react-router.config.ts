import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: '.',
  buildDirectory: '../../build/storefront',
  ssr: true,
  // All addresses are known from the first page on: the way to the card must not need a signal.
  routeDiscovery: { mode: 'initial' },
} satisfies Config

import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: '.',
  buildDirectory: '../../build/storefront',
  ssr: true,
} satisfies Config

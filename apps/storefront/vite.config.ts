import { fileURLToPath } from 'node:url'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { browsers } from '../kit/browsers.ts'

/** What every page needs comes in two files instead of thirty: on a phone each file is a turn of waiting. */
const groups = [
  { name: 'engine', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 2 },
  // Bar codes and QR weigh twice what all pages share: only a page that draws one carries them.
  { name: 'common', test: /^(?!.*([\\/]bwip-js[\\/]|[\\/]kit[\\/](bars|Code)\.tsx?))/, minShareCount: 8, priority: 1 },
]

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [tailwindcss(), reactRouter()],
  build: { ...browsers, cssMinify: true },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
})

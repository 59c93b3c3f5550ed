import { fileURLToPath } from 'node:url'
import { serwist } from '@serwist/vite'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { browsers } from '../kit/browsers.ts'

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url))
const built = path('../../build/counter')

export default defineConfig({
  root: path('.'),
  base: '/counter/',
  plugins: [
    tailwindcss(),
    react(),
    // Paths are absolute and the prefix is named: with relative ones serwist keeps nothing, and says nothing.
    serwist({
      swSrc: path('./sw.ts'),
      swDest: `${built}/sw.js`,
      swUrl: '/counter/sw.js',
      globDirectory: built,
      globPatterns: ['**/*.{js,css,html,wasm,svg}'],
      modifyURLPrefix: { '': '/counter/' },
      rollupFormat: 'iife',
      maximumFileSizeToCacheInBytes: 8_000_000,
    }),
  ],
  build: { ...browsers, outDir: '../../build/counter', emptyOutDir: true },
})

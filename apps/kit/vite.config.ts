import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { browsers } from './browsers.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/kit/',
  plugins: [tailwindcss(), react()],
  build: { ...browsers, outDir: '../../build/kit', emptyOutDir: true },
})

/**
 * Builds the faces into build/{storefront,counter,console}, the screen of the shops and the page of the kit beside them: `build.ts [face …]`, all of them without a name.
 * The storefront goes through React Router's own command, since it is two bundles (browser and server) in one.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { resolve } = createRequire(import.meta.url)
const router = join(dirname(resolve('@react-router/dev/package.json')), 'bin.cjs')
const vite = join(dirname(resolve('vite/package.json')), 'bin/vite.js')

const builds: Record<string, string[]> = {
  storefront: [router, 'build', 'apps/storefront', '--config', 'apps/storefront/vite.config.ts'],
  counter: [vite, 'build', '--config', 'apps/counter/vite.config.ts'],
  console: [vite, 'build', '--config', 'apps/console/vite.config.ts'],
  display: [vite, 'build', '--config', 'apps/display/vite.config.ts'],
  kit: [vite, 'build', '--config', 'apps/kit/vite.config.ts'],
}

/** Runs one build tool to its end; its words are shown only when it fails, so that a first start stays calm. */
function run(name: string, command: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', failed)
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`${name} did not build\n${said}`))))
  })
}

const faces = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const chosen = faces.length > 0 ? faces : Object.keys(builds)
for (const face of chosen) {
  const command = builds[face]
  if (!command) throw new Error(`No such face: ${face}. There are ${Object.keys(builds).join(', ')}.`)
  const started = performance.now()
  await run(face, command)
  console.log(`built ${face} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

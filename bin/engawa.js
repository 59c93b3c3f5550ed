#!/usr/bin/env node
// The command line starts here under any Node ≥ 20 and continues in src/main.ts under the locked Node 24.
import path from 'node:path'
import node24 from '../scripts/node24.cjs'

node24.launch(
  path.join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../src/main.ts'),
  process.argv.slice(2),
)

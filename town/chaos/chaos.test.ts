import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaos } from './chaos.ts'

const kills = Number(process.env.ENGAWA_CHAOS_KILLS ?? 3)
const seed = process.env.ENGAWA_SEED ?? 'ci'

test(`after ${kills} kills and more, nothing is lost, doubled, oversold or unbalanced`, {
  timeout: 900_000 + kills * 30_000,
}, async (t) => {
  const outcome = await chaos({
    seed,
    minutes: 0,
    kills,
    apis: 2,
    workers: 1,
    shoppers: 6,
    scale: 0.1,
    say: (line) => t.diagnostic(line),
  })
  assert.deepEqual(outcome.wrong, [])
  assert.ok(outcome.orders > 0 && outcome.replayed > 0, 'nobody shopped')
  assert.ok(outcome.kill_points >= kills)
  t.diagnostic(JSON.stringify(outcome))
})

/**
 * Many restores to random seconds while the shop sells, and one after the server has died; what was lost, and how long it took.
 *   node scripts/node24.cjs e2e/restore-trials.ts --restores 20
 */
import { parseArgs } from 'node:util'
import { openBackedUp, type Trial } from './restores.ts'

const { values } = parseArgs({ options: { restores: { type: 'string', default: '20' } } })
const wanted = Number(values.restores)
const trading_ms = 60_000

const house = await openBackedUp()
try {
  await house.ready
  const began = Date.now()
  await house.trade(() => Date.now() - began > trading_ms)
  await house.keeps(Date.now())
  const trials: Trial[] = []
  for (let n = 0; n < wanted; n++) {
    const at = new Date(began + 1_000 + Math.random() * (trading_ms - 1_000)).toISOString()
    trials.push(await house.restore(at))
    console.error(`${n + 1}/${wanted} ${JSON.stringify(trials.at(-1))}`)
  }
  const more = Date.now()
  await house.trade(() => Date.now() - more > 5_000)
  await house.die()
  const after_death = await house.restore()
  const took = trials.map(({ took_ms }) => took_ms).sort((a, b) => a - b)
  console.log(
    JSON.stringify({
      restores: trials.length,
      sales: house.sold.length,
      lost: trials.reduce((sum, { lost }) => sum + lost, 0),
      strange: trials.reduce((sum, { strange }) => sum + strange, 0),
      behind_ms_most: Math.max(...trials.map(({ behind_ms }) => behind_ms)),
      not_clean: trials.filter(({ wrong }) => wrong.length > 0).length,
      took_ms_median: took[Math.floor(took.length / 2)],
      after_death,
    }),
  )
} finally {
  await house.close()
}
process.exit()

import { type Command, options } from '#commands/command'
import { refuse } from '#core/problem'
import { chaos as run } from '../../town/chaos/chaos.ts'

const summary = {
  ja: '町の買い物の最中にあらゆるものを壊し、直したあと、何も失われず二重になっていないことを確かめます。',
  en: 'Break everything while a town shops, heal it, and see that nothing was lost or doubled.',
}
const usage = `[--seed N] [--minutes M | --kills K] [--apis 2] [--workers 2] [--shoppers 40] [--scale 0.5] [--json]

  --seed n        the same seed, the same troubles (default 1)
  --minutes m     how long trouble comes (default 1)
  --kills k       instead: until so many processes and databases were killed
  --apis, --workers n   processes over the one PostgreSQL, a balancer in front
  --shoppers n    how many of the town's people shop; --scale x how lively their days are (1: a busy one)
  --json          print the outcome as JSON

  Processes and PostgreSQL are killed by -9, requests and answers are lost, late and sent twice, the database's disk is
  full, the payment company fails. Uses a database of its own in a temporary folder.
  Exit code 1 when anything was lost, doubled, oversold or does not sum. How: docs/operations/chaos.md.`

export const chaos: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'chaos', summary, usage },
      {
        seed: { type: 'string', default: '1' },
        minutes: { type: 'string', default: '1' },
        kills: { type: 'string' },
        apis: { type: 'string', default: '2' },
        workers: { type: 'string', default: '2' },
        shoppers: { type: 'string', default: '40' },
        scale: { type: 'string', default: '0.5' },
        json: { type: 'boolean' },
      },
    )
    const outcome = await run({
      seed: values.seed,
      minutes: numberOf('minutes', values.minutes, 0.05),
      ...(values.kills === undefined ? {} : { kills: numberOf('kills', values.kills, 1) }),
      apis: numberOf('apis', values.apis, 1),
      workers: numberOf('workers', values.workers, 1),
      shoppers: numberOf('shoppers', values.shoppers, 5),
      scale: numberOf('scale', values.scale, 0.01),
      say: (line) => console.error(line),
    })
    console.log(JSON.stringify(outcome, null, values.json ? undefined : 2))
    if (!outcome.ok) process.exitCode = 1
  },
}

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isFinite(number) && number >= least) return number
  return refuse(
    'core.chaos_number',
    400,
    `--${name} は${least}以上の数です。`,
    `--${name} is a number from ${least}.`,
    { field: name },
  )
}

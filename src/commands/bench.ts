import { type Command, options } from '#commands/command'
import { refuse } from '#core/problem'
import { bench as measure, type Name, names } from '../../bench/bench.ts'

const summary = {
  ja: '速さを、同じ回の PostgreSQL との比と1件あたりのCPU時間で測ります。',
  en: 'Measure speed as a ratio against PostgreSQL in the same run and as CPU time per piece of work.',
}
const usage = `checkout|profile|read|flash|reaction|processes|town|import|collect|faces|price|link|segments|ledger [--seconds 5] [--rounds 5] [--json]

  checkout        an order of three lines over HTTP against bench/reference.sql run by pgbench
  profile         the 360° card of a customer with 200 orders and 5,000 events
  read            product lists and pages over 10,000 products, and that changes show in the next read
  reaction        from the commit of an event to the commit of what follows it, at 200 events a second
  flash           1,000 buyers at once of one hot piece against a single-row conditional update
  processes       the same till sales over one API process and over two
  town            a town's life: calls a second, past orders a second, CPU of both sides; its books must agree
  import          purchase lines a second with ledgers and timeline against COPY into a bare table; 10,000 receipts by the API
  collect         events of known people, in batches of 100 against COPY of 100 rows, and one at a time by their CPU
  --lines n       purchase lines of an import's round (default 30000)
  faces           pages on a slow phone, script they need, scans without a network; needs Chromium and built faces
  link            how rightly customer lists are linked, on ../shared/data where it is there; cost on invented lists
  --records n     of the longest invented list (default 50000)
  segments        a windowed segment built over everyone against bench/segments.sql, written by hand
  --customers n   of whom (default 50000; at full size 1000000)
  --events n      of theirs (default 1000000; at full size 20000000)
  price           CPU of one basket of 20 lines and of 3, priced with 200 live offers
  ledger          points earned and spent with every guard against bench/reference.sql; a statement of 10,000 postings
  --shoppers n    of the town (default 160)
  --days n        of the town, the last one live (default 30)
  --seconds n     length of each cell
  --rounds n      rounds, whose medians are told
  --json          print the result as JSON

  Uses a database of its own in a temporary folder; needs pgbench. What is compared: docs/operations/bench.md.`

export const bench: Command = {
  summary,
  async run(args) {
    const { values, positionals } = options(
      args,
      { name: 'bench', summary, usage },
      {
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        shoppers: { type: 'string' },
        days: { type: 'string' },
        lines: { type: 'string' },
        records: { type: 'string' },
        customers: { type: 'string' },
        events: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const name = nameOf(positionals[0])
    const say = (line: string) => console.error(line)
    const result = await measure(name, {
      ...countOf('seconds', values),
      ...countOf('rounds', values),
      ...countOf('shoppers', values),
      ...countOf('days', values),
      ...countOf('lines', values),
      ...countOf('records', values),
      ...countOf('customers', values),
      ...countOf('events', values),
      say,
    })
    console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2))
  },
}

function nameOf(text: string | undefined): Name {
  const name = names.find((known) => known === text)
  return (
    name ??
    refuse('core.no_bench', 400, `${names.join('、')} のどれかを指定してください。`, `Say one of ${names.join(', ')}.`)
  )
}

function countOf<Key extends string>(
  key: Key,
  values: { [key in Key]?: string | undefined },
): { [key in Key]?: number } {
  const text = values[key]
  if (text === undefined) return {}
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    refuse('core.bench_count', 400, `--${key} は1以上の整数です。`, `--${key} is a whole number from 1.`, {
      field: key,
    })
  return { [key]: count } as { [key in Key]?: number }
}

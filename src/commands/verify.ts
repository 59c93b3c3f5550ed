import { type Command, options } from '#commands/command'
import { attachShared } from '#core/attach'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'
import { checks, selfTest, verify as verifyAll } from '#verify'

const summary = {
  ja: '在庫・ポイント・支払い・税・仕事など、すべての残高を記録から計算し直して確かめます。',
  en: 'Recompute every balance (stock, points, payments, taxes, pending work) from its records.',
}
const usage = `[--self-test] [--only text] [--data folder] [--json]

  --self-test     break one row of each kind there is in a copy of the database: every check must see its own
  --only text     only the checks whose name holds this text
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print the findings as JSON

  Exit code 1 when anything is wrong.`

export const verify: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'verify', summary, usage },
      {
        'self-test': { type: 'boolean' },
        only: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const list = checks.filter((check) => check.name.includes(values.only ?? ''))
    if (list.length === 0)
      refuse('core.no_check', 400, 'その名前の確認項目はありません。', 'No check has such a name.', { field: 'only' })
    const database = await attachShared(values.data)
    onStop(() => database.stop())
    try {
      const fine = values['self-test']
        ? await tryOut(database.url, list, values.json)
        : await look(database.url, list, values.json)
      if (!fine) process.exitCode = 1
    } finally {
      await database.stop()
    }
  },
}

async function look(url: string, list: typeof checks, json: boolean | undefined): Promise<boolean> {
  const findings = await verifyAll(url, list)
  const wrong = findings.filter((finding) => !finding.ok)
  if (json) console.log(JSON.stringify({ ok: wrong.length === 0, findings }))
  else {
    for (const { check, ok, offenders, sample, took_ms } of findings) {
      console.log(`${ok ? '✓' : '✗'} ${check}${ok ? '' : `: ${offenders}`} (${took_ms} ms)`)
      for (const row of sample) console.log(`    ${JSON.stringify(row)}`)
    }
    console.log(
      wrong.length === 0
        ? `\nすべて合っています（${findings.length}項目）。 All ${findings.length} checks are fine.`
        : `\n${wrong.length}項目が合いません。 ${wrong.length} of ${findings.length} checks failed.`,
    )
  }
  return wrong.length === 0
}

async function tryOut(url: string, list: typeof checks, json: boolean | undefined): Promise<boolean> {
  const trials = await selfTest(url, list)
  const idle = trials.filter((trial) => trial.idle).length
  const blind = trials.filter((trial) => !trial.seen && !trial.idle)
  if (json) console.log(JSON.stringify({ ok: blind.length === 0, trials }))
  else {
    for (const { check, seen, idle: none, because } of trials)
      console.log(`${seen ? '✓' : none ? '–' : '✗'} ${check}${because ? `: ${because}` : ''}`)
    console.log(
      blind.length === 0
        ? `\n壊した${trials.length - idle}行をすべて見つけました（該当なし${idle}）。 All ${trials.length - idle} broken rows were found (${idle} kinds are not here yet).`
        : `\n${blind.length}項目が見つけられませんでした。 ${blind.length} of ${trials.length} checks saw nothing.`,
    )
  }
  return blind.length === 0
}

import { type Command, options } from '#commands/command'
import { database, words } from '#commands/doctor-database'
import { machine, type Result } from '#commands/doctor-machine'
import { attachShared } from '#core/attach'
import { onStop } from '#core/stop'

const summary = {
  ja: 'うまく動いているかを調べ、直し方を示します。',
  en: 'See whether Engawa runs well here, and how to mend what does not.',
}
const usage = `[--data folder] [--json]

  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print the findings as JSON

  Changes nothing. Exit code 1 when something must be mended.`

const marks = { fine: '✓', note: '△', wrong: '✗' }

export const doctor: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'doctor', summary, usage },
      { data: { type: 'string' }, json: { type: 'boolean' } },
    )
    const results = [...machine(values.data), ...(await attached(values.data))]
    const wrong = results.some(({ state }) => state === 'wrong')
    if (values.json) console.log(JSON.stringify({ ok: !wrong, results }))
    else console.log(results.map(told).join('\n'))
    if (wrong) process.exitCode = 1
  },
}

async function attached(folder: string | undefined): Promise<Result[]> {
  try {
    const house = await attachShared(folder)
    onStop(() => house.stop())
    try {
      return await database(house.url, folder)
    } finally {
      await house.stop()
    }
  } catch (error) {
    return [{ what: { ja: 'データベース', en: 'database' }, state: 'wrong', said: words(error) }]
  }
}

function told({ what, state, said, mend }: Result): string {
  const line = `${marks[state]} ${what.ja} ${what.en}: ${said}`
  return mend ? `${line}\n    → ${mend.ja}\n      ${mend.en}` : line
}

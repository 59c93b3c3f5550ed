import { type Command, options } from '#commands/command'
import { attach } from '#core/attach'
import { migrate as bringUp } from '#core/migrate'
import { onStop } from '#core/stop'
import { rooms } from '#rooms'

const summary = {
  ja: 'データベースをこの版の構造にします。',
  en: 'Bring the database to the structure of this version.',
}
const usage = `[--data folder] [--json]

  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print the applied files as JSON`

export const migrate: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'migrate', summary, usage },
      { data: { type: 'string' }, json: { type: 'boolean' } },
    )
    const database = await attach(values.data)
    onStop(() => database.stop())
    try {
      const applied = await bringUp(database.url, rooms)
      if (values.json) console.log(JSON.stringify({ applied }))
      else console.log(applied.length ? applied.map((name) => `✓ ${name}`).join('\n') : '最新です。 Up to date.')
    } finally {
      await database.stop()
    }
  },
}

import { type Command, options } from '#commands/command'
import { openHouse } from '#commands/house'
import { rotateKey } from '#rotate'

const summary = {
  ja: '親鍵を替えます（動かしたまま、お客さまごとの鍵を新しい鍵で包み直します）。',
  en: 'Change the master key while everything works: every person’s key is wrapped anew.',
}
const usage = `[--data folder] [--json]

  1. Give every process the new key in ENGAWA_KEY and the one so far in ENGAWA_KEY_FORMER, and restart it
     (with key files: rename data.key to data.key.former; a new data.key is made). Both open what is there.
  2. engawa rotate-key            stopped at any moment, the same command goes on
  3. Take the former key away and restart. Keep it as long as backups from before are kept.

  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print how many keys were wrapped anew as JSON`

export const rotate: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'rotate-key', summary, usage },
      { data: { type: 'string' }, json: { type: 'boolean' } },
    )
    const house = await openHouse(values.data, 'engawa rotate-key')
    try {
      const changed = await rotateKey(house.db)
      console.log(
        values.json
          ? JSON.stringify({ changed })
          : `${changed}人分の鍵を包み直しました。元の鍵は外せます。 ${changed} keys were wrapped anew; the former key can be taken away.`,
      )
    } finally {
      await house.close()
    }
  },
}

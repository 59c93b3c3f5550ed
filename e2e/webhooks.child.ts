// A worker with its sender, for webhooks.test.ts to kill. Its watch runs faster than ours, so that days of waiting pass.
import { follow, openBell, startWorker } from '../src/activity/activity.ts'
import { open } from '../src/core/database.ts'
import { useKey } from '../src/core/secret.ts'
import { setClock } from '../src/core/time.ts'
import { startSender, watchSubscriptions } from '../src/integrations/integrations.ts'
import { watchers } from '../src/reactions.ts'

const [url = '', key = '', began = '0', pace = '1'] = process.argv.slice(2)
setClock(() => Number(began) + (Date.now() - Number(began)) * Number(pace))
useKey(key)
const db = open(url, { connections: 8 })
follow({}, watchers)
await openBell(url)
await watchSubscriptions(db)
await startWorker(db)
startSender(db, { timeout_ms: 250 })

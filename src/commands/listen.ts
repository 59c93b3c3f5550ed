import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { type Command, options } from '#commands/command'
import { follow, type Told } from '#commands/event-stream'
import { refuse } from '#core/problem'

const summary = {
  ja: '起きたことを手元のURLへ転送します（Webhookを受け取る側を作るときに使います）。',
  en: 'Forward what happens to a URL on this machine, as webhooks would arrive; for those who build a receiver.',
}
const usage = `--forward http://localhost:4000/hooks --key ek_… [--events a,b] [--server http://localhost:3000] [--json]

  --forward url   where each event is sent (POST, signed by Standard Webhooks)
  --events a,b    only these types (GET /v1/events/types); all when absent
  --key ek_…      an API key with activity.read (ENGAWA_API_KEY)
  --server url    the API to listen to (ENGAWA_URL; default http://localhost:3000)
  --secret whsec_…  sign with this secret (ENGAWA_WEBHOOK_SECRET); a new one is made and printed when absent
  --json          print one JSON object a line`

const again_ms = 1_000
const patience_ms = 15_000

export const listen: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'listen', summary, usage },
      {
        forward: { type: 'string' },
        events: { type: 'string' },
        key: { type: 'string' },
        server: { type: 'string' },
        secret: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    )
    const forward = urlOf('forward', values.forward)
    const server = urlOf('server', values.server ?? process.env.ENGAWA_URL ?? 'http://localhost:3000')
    const key = values.key ?? process.env.ENGAWA_API_KEY
    if (!key)
      refuse('core.listen_key', 400, '--key に APIキーを指定してください。', 'Give an API key with --key.', {
        field: 'key',
      })
    const given = values.secret ?? process.env.ENGAWA_WEBHOOK_SECRET
    const secret = given ?? `whsec_${randomBytes(32).toString('base64')}`
    const say = (line: object, text: string) => console.log(values.json ? JSON.stringify(line) : text)
    if (!given) say({ secret }, `署名の鍵 signing secret: ${secret}`)
    say({ listening: server.href, forward: forward.href }, `${server.origin} → ${forward.href}  (Ctrl-C)`)

    const signer = new Webhook(secret)
    const types = values.events?.split(',').map((type) => type.trim())
    let last: string | undefined
    for (;;) {
      try {
        for await (const { id, events, more } of follow({ server, key, types, last })) {
          for (const event of events) {
            const told = await send(forward, signer, event)
            say({ type: event.type, event_id: event.event_id, ...told }, lineOf(event, told))
          }
          if (more) say({ left_out: more }, `   … ${more} 件を省きました left out`)
          last = id
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        say({ error: 'unreachable' }, `${server.origin} につながりません。もう一度試します… unreachable, trying again`)
      }
      await pause(again_ms)
    }
  },
}

type Sent = { status: number | null; took_ms: number }

async function send(forward: URL, signer: Webhook, event: Told): Promise<Sent> {
  const began = performance.now()
  const at = new Date()
  const { type, occurred_at, ...data } = event
  const body = JSON.stringify({ type, timestamp: occurred_at, data })
  const status = await fetch(forward, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience_ms),
    headers: {
      'content-type': 'application/json',
      'webhook-id': event.event_id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signer.sign(event.event_id, at, body),
    },
    body,
  }).then(
    (answer) => answer.status,
    () => null,
  )
  return { status, took_ms: Math.round(performance.now() - began) }
}

function lineOf({ type, event_id, occurred_at }: Told, { status, took_ms }: Sent): string {
  return `${occurred_at.slice(11, 19)}  ${String(status ?? '---')}  ${type.padEnd(28)} ${event_id}  ${took_ms} ms`
}

function urlOf(field: string, text: string | undefined): URL {
  if (text && URL.canParse(text) && /^https?:/.test(text)) return new URL(text)
  return refuse(
    'core.listen_url',
    400,
    `--${field} に http:// か https:// で始まるURLを指定してください。`,
    `Give a URL that begins with http:// or https:// as --${field}.`,
    { field },
  )
}

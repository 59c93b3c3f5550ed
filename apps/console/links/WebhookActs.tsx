import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { Webhook } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Secret } from './Secret.tsx'
import { useLinkWords } from './words.ts'

/** What may be done with one webhook: try it, stop or begin again, another secret, and what it was sent. */
export function WebhookActs({ hook }: { hook: Webhook }) {
  const w = useLinkWords()
  const screen = useWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const [secret, setSecret] = useState('')
  const params = { path: { webhook_id: hook.webhook_id } }
  const fresh = () => cache.invalidateQueries({ queryKey: ['webhooks'] })
  const ping = useAct(async (key) => {
    await take(api.POST('/v1/integrations/webhooks/{webhook_id}/pings', { params, body: {}, ...keyed(key) }))
    say(w.pinged)
  })
  const turn = useAct(async () => {
    const headers = { 'If-Match': `"${hook.version}"` }
    const body = { enabled: !hook.enabled }
    await take(api.PATCH('/v1/integrations/webhooks/{webhook_id}', { params, headers, body }))
    await fresh()
    say(w.saved)
  })
  const rotate = useAct(async (key) => {
    const made = await take(
      api.POST('/v1/integrations/webhooks/{webhook_id}/secret-rotations', { params, body: {}, ...keyed(key) }),
    )
    setSecret(made.secret)
    await fresh()
  })
  const refused = ping.refused ?? turn.refused ?? rotate.refused
  return (
    <div className="grid gap-4">
      <p className="text-16 font-bold break-all">{hook.url}</p>
      <p className="text-14 text-ink-2">{hook.types.includes('*') ? w.allTypes : hook.types.join(' ')}</p>
      {secret && <Secret text={w.secretShown} value={secret} />}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="outline" isDisabled={ping.busy || !hook.enabled} onPress={() => ping.run()}>
          {w.ping}
        </Button>
        <Button look="outline" isDisabled={turn.busy} onPress={() => turn.run()}>
          {hook.enabled ? w.disable : w.enable}
        </Button>
        <Button look="outline" isDisabled={rotate.busy} onPress={() => rotate.run()}>
          {w.rotate}
        </Button>
        <Link to={`/sendings?webhook=${hook.webhook_id}`} className={buttonClass('quiet')}>
          {screen.sendings}
        </Link>
      </div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Webhook } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { NewWebhook } from '../links/NewWebhook.tsx'
import { WebhookActs } from '../links/WebhookActs.tsx'
import { useLinkWords } from '../links/words.ts'
import { type Column, List } from '../list/List.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Who is told of what, and whether it arrives. */
export function WebhooksPage() {
  const w = useLinkWords()
  const screen = useWords()
  const [making, setMaking] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const hooks = useQuery({ queryKey: ['webhooks'], queryFn: () => take(api.GET('/v1/integrations/webhooks')) })
  const state = (hook: Webhook) => {
    if (hook.enabled) return hook.failing_since ? w.failing : w.on
    return hook.disabled_reason === 'gone' ? w.gone : w.off
  }
  const columns: Column<Webhook>[] = [
    {
      key: 'url',
      name: w.url,
      text: (hook) => hook.url,
      show: (hook) => (
        <button
          type="button"
          data-row
          className="text-left font-bold break-all text-indigo hover:underline"
          onClick={() => setShown(hook.webhook_id)}
        >
          {hook.url}
        </button>
      ),
    },
    { key: 'about', name: w.about, text: (hook) => hook.description },
    {
      key: 'types',
      name: w.types,
      text: (hook) => (hook.types.includes('*') ? w.allTypes : hook.types.join(' ')),
    },
    {
      key: 'state',
      name: w.state,
      text: state,
      show: (hook) => (
        <span className={hook.enabled && !hook.failing_since ? 'text-green' : 'text-amber'}>{state(hook)}</span>
      ),
    },
  ]
  const hook = hooks.data?.items.find((each) => each.webhook_id === shown)
  return (
    <Screen
      extra={
        <Button look="outline" icon="plus" className="!min-h-10" onPress={() => setMaking(true)}>
          {w.newHook}
        </Button>
      }
    >
      <List
        list="webhooks"
        label={screen.webhooks}
        columns={columns}
        rows={hooks.data?.items}
        error={hooks.error}
        onRetry={() => void hooks.refetch()}
        keyOf={(each) => each.webhook_id}
        sortable
        empty={{ icon: 'link', title: w.noHooks, text: w.noHooksText }}
      />
      <Sheet title={w.newHook} open={making} onClose={() => setMaking(false)} side="centre">
        {making && <NewWebhook />}
      </Sheet>
      <Sheet title={screen.webhooks} open={Boolean(hook)} onClose={() => setShown(null)} side="centre">
        {hook && <WebhookActs hook={hook} />}
      </Sheet>
    </Screen>
  )
}

import { useState } from 'react'
import { take } from '../../kit/client.ts'
import { shortDay, time } from '../../kit/format.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Sending } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { SendingView } from '../links/SendingView.tsx'
import { useLinkWords } from '../links/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const STATES = ['waiting', 'delivered', 'failed', 'expired'] as const
const colours = { waiting: 'text-ink-2', delivered: 'text-green', failed: 'text-vermilion', expired: 'text-amber' }

/** Every message to a webhook with what became of it. */
export function SendingsPage() {
  const w = useLinkWords()
  const screen = useWords()
  const lang = useLang()
  const [state] = useFilter('state')
  const [webhook_id] = useFilter('webhook')
  const [shown, setShown] = useState<string | null>(null)
  const wanted = { ...(state ? { state: state as Sending['state'] } : {}), ...(webhook_id ? { webhook_id } : {}) }
  const found = usePages(['sendings', state, webhook_id], (cursor) =>
    take(
      api.GET('/v1/integrations/deliveries', {
        params: { query: { limit: 50, ...wanted, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  )
  const columns: Column<Sending>[] = [
    {
      key: 'type',
      name: w.type,
      text: (sending) => sending.type,
      show: (sending) => (
        <button
          type="button"
          data-row
          className="font-bold text-indigo hover:underline"
          onClick={() => setShown(sending.delivery_id)}
        >
          {sending.type}
        </button>
      ),
    },
    {
      key: 'when',
      name: w.when,
      text: (sending) => sending.created_at,
      show: (sending) => `${shortDay(sending.created_at, lang)} ${time(sending.created_at)}`,
    },
    {
      key: 'state',
      name: w.state,
      text: (sending) => w[sending.state],
      show: (sending) => <span className={colours[sending.state]}>{w[sending.state]}</span>,
    },
    { key: 'attempts', name: w.attempts, text: (sending) => sending.attempts, align: 'right' },
    {
      key: 'answer',
      name: w.answer,
      text: (sending) => [sending.last_status, sending.last_error].filter(Boolean).join(' '),
    },
  ]
  return (
    <Screen>
      <List
        list="sendings"
        label={screen.sendings}
        columns={columns}
        {...found}
        keyOf={(sending) => sending.delivery_id}
        empty={{ icon: 'link', title: w.noSendings, text: w.noHooksText }}
        filters={<Filter of="state" label={w.state} options={STATES.map((value) => ({ value, name: w[value] }))} />}
      />
      <Sheet title={w.delivery} open={shown !== null} onClose={() => setShown(null)} side="centre">
        {shown && <SendingView delivery_id={shown} />}
      </Sheet>
    </Screen>
  )
}

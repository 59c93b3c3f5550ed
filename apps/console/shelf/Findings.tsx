import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Campaign } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useWho } from '../offers/useWho.ts'
import { useShelfWords } from './words.ts'

/** What a campaign may run into, and who set it aside; a draft's may be, by name and reason. */
export function Findings({ campaign, makes }: { campaign: Campaign; makes: boolean }) {
  const w = useShelfWords()
  const text = useText()
  const lang = useLang()
  const who = useWho()
  const cache = useQueryClient()
  const { campaign_id, version, state } = campaign
  const params = { path: { campaign_id } }
  const [rule, setRule] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const found = useQuery({
    queryKey: ['shelf-campaign', campaign_id, 'findings', version],
    queryFn: () => take(api.GET('/v1/proofs/campaigns/{campaign_id}/findings', { params })),
  })
  const act = useAct(async (key) => {
    const body = { rule: rule as never, reason: reason.trim() }
    await take(api.POST('/v1/proofs/campaigns/{campaign_id}/overrides', { params, body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['shelf-campaign', campaign_id] })
    setRule(null)
    setReason('')
  })
  return (
    <section className="grid gap-2">
      <h2 className="text-14 text-ink-2">{w.findings}</h2>
      {found.data?.items.length === 0 && (
        <p className="flex items-center gap-2 text-14 text-green">
          <Icon name="check" size={18} /> {w.noFindings}
        </p>
      )}
      {found.data?.items.map(({ rule: one, law, says, override }) => (
        <section
          key={one}
          className={`grid gap-1 rounded-6 px-4 py-3 text-14 ${override ? 'bg-sunk' : 'bg-vermilion-tint'}`}
        >
          <h3 className="ui flex items-center gap-2 text-14 font-bold">
            {!override && <span className="text-vermilion">{w.stopLevel}</span>}
            <span>{text(law)}</span>
          </h3>
          <p>{text(says)}</p>
          {override && (
            <p className="text-ink-2">
              {w.aside(who('staff', override.staff_id), fullDay(override.overridden_at, lang), override.reason)}
            </p>
          )}
          {!override && makes && state !== 'live' && (
            <Button look="outline" className="justify-self-start" onPress={() => setRule(one)}>
              {w.setAside}
            </Button>
          )}
        </section>
      ))}
      <p className="text-12 text-ink-2">{w.notLegal}</p>
      <Sheet title={w.setAside} open={rule !== null} onClose={() => setRule(null)} side="centre">
        <Form act={act} label={w.record} ready={reason.trim() !== ''}>
          <Field label={w.reason} value={reason} onChange={setReason} maxLength={500} autoComplete="off" />
        </Form>
      </Sheet>
    </section>
  )
}

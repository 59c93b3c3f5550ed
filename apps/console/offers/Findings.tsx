import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Offer, OfferFinding } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useLifeWords } from './lifeWords.ts'
import { useWho } from './useWho.ts'

type Finding = Omit<OfferFinding, 'override'> & Partial<Pick<OfferFinding, 'override'>>

/** What an offer may run into: the rule by name, the figures, and who set it aside. */
export function FindingList({
  findings,
  onAside,
}: {
  findings: readonly Finding[]
  onAside?: (rule: Finding['rule']) => void
}) {
  const w = useLifeWords()
  const text = useText()
  const lang = useLang()
  const who = useWho()
  return (
    <div className="grid gap-3">
      {findings.length === 0 && (
        <p className="flex items-center gap-2 text-14 text-green">
          <Icon name="check" size={18} /> {w.noFindings}
        </p>
      )}
      {findings.map((finding) => {
        const { override } = finding
        const open = finding.level === 'stop' && !override
        return (
          <section
            key={finding.rule}
            className={`grid gap-1 rounded-6 px-4 py-3 text-14 ${open ? 'bg-vermilion-tint' : 'bg-sunk'}`}
          >
            <h3 className="ui flex items-center gap-2 text-14 font-bold">
              <span className={open ? 'text-vermilion' : 'text-ink-2'}>
                {finding.level === 'stop' ? w.stop : w.advice}
              </span>
              <span>{text(finding.law)}</span>
            </h3>
            <p>{text(finding.says)}</p>
            {override && (
              <p className="text-ink-2">
                {w.asideBy(who('staff', override.staff_id), fullDay(override.overridden_at, lang))}: {override.reason}
              </p>
            )}
            {open && onAside && (
              <Button look="outline" className="justify-self-start" onPress={() => onAside(finding.rule)}>
                {w.setAside}
              </Button>
            )}
          </section>
        )
      })}
      <p className="text-12 text-ink-2">{w.notLegal}</p>
    </div>
  )
}

/** The same of a kept offer, where somebody may set a rule aside under her name. */
export function Findings({ offer, findings }: { offer: Offer; findings: readonly OfferFinding[] }) {
  const w = useLifeWords()
  const cache = useQueryClient()
  const [rule, setRule] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const before = ['draft', 'asked', 'approved'].includes(offer.state)
  const act = useAct(async (key) => {
    const params = { path: { offer_id: offer.offer_id } }
    const body = { rule: rule as never, reason: reason.trim() }
    await take(api.POST('/v1/promotions/offers/{offer_id}/overrides', { params, body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['offer', offer.offer_id] })
    setRule(null)
    setReason('')
  })
  return (
    <section className="grid gap-2">
      <h2 className="text-14 text-ink-2">{w.findings}</h2>
      <FindingList findings={findings} {...(before ? { onAside: setRule } : {})} />
      <Sheet title={w.setAside} open={rule !== null} onClose={() => setRule(null)} side="centre">
        <Form act={act} label={w.record} ready={reason.trim() !== ''}>
          <Field label={w.reason} value={reason} onChange={setReason} maxLength={500} autoComplete="off" />
        </Form>
      </Sheet>
    </section>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { Customer, Found } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay } from '../office.ts'
import { useWords } from '../words.ts'
import { usePeopleWords } from './words.ts'

/** Make two records one with a reason that stays; each earlier joining can be taken back. */
export function Merging({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const w = usePeopleWords()
  const lang = useLang()
  const text = useText()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const searches = useMay(['clerk', 'agent'])
  const [other, setOther] = useState<Found | null>(null)
  const [reason, setReason] = useState('')
  const merge = useAct(async (key) => {
    if (!other) return
    const body = { keep_id: customer.customer_id, join_id: other.customer_id, reason: reason.trim() }
    const merged = await take(api.POST('/v1/customers/merges', { body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['customer'] })
    say(w.mergeDone)
    onDone()
    await go(`/customers/${merged.customer_id}`, { replace: true })
  })
  const part = useAct(async (key, merge_id: string) => {
    const params = { path: { merge_id } }
    await take(api.POST('/v1/customers/merges/{merge_id}/undoing', { params, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['customer'] })
    say(w.unmergeDone)
    onDone()
  })
  const refused = merge.refused ?? part.refused
  return (
    <div className="grid gap-4">
      {customer.merges.length > 0 && (
        <section>
          <h3 className="mb-1 text-14 text-ink-2">{w.history}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {customer.merges.map((merged) => (
              <li key={merged.merge_id} className="ui flex items-center gap-3 text-14">
                <span className="grow">{w.mergedWhy(fullDay(merged.merged_at, lang), merged.reason)}</span>
                <Button look="quiet" icon="undo" isDisabled={part.busy} onPress={() => part.run(merged.merge_id)}>
                  {w.unmerge}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-14">{w.mergeText}</p>
      {searches && <Others but={customer.customer_id} chosen={other} onChoose={setOther} />}
      <Field label={w.mergeReason} value={reason} onChange={setReason} maxLength={200} />
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <Button size="main" isDisabled={!other || !reason.trim() || merge.busy} onPress={() => merge.run()}>
        {other ? w.mergeAct(other.name ?? other.member_number ?? '') : w.merge}
      </Button>
    </div>
  )
}

type Choosing = { but: string; chosen: Found | null; onChoose: (person: Found) => void }

function Others({ but, chosen, onChoose }: Choosing) {
  const w = usePeopleWords()
  const screen = useWords()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useQuery({
    queryKey: ['people', text],
    queryFn: () => take(api.POST('/v1/customers/searches', { body: { text, limit: 8 } })),
    enabled: text !== '',
    gcTime: 0,
  })
  const others = (found.data?.items ?? []).filter((person) => person.customer_id !== but)
  return (
    <>
      <Field label={w.mergeWho} hint={screen.searchPeopleHint} value={typed} onChange={setTyped} autoComplete="off" />
      {others.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {others.map((person) => (
            <li key={person.customer_id} className="ui figures flex items-center gap-3 text-14">
              <span className="grow">
                <b>{person.name ?? screen.unnamed}</b>{' '}
                <span className="text-12 text-ink-2">
                  {[person.member_number, person.phone, person.city].filter(Boolean).join('・')}
                </span>
              </span>
              <Button
                look={chosen?.customer_id === person.customer_id ? 'selected' : 'quiet'}
                onPress={() => onChoose(person)}
              >
                {chosen?.customer_id === person.customer_id ? w.chosen : w.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

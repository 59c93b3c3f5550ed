import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { fullDay, time } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import type { Journal } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useMay } from '../office.ts'
import { Postings } from './Postings.tsx'
import { called, unitName, useLedgerWords } from './words.ts'

const REASONS = ['wrong_amount', 'wrong_person', 'granted_twice', 'other_mistake'] as const

/** One journal: its postings, the ways from it to order, customer, lot and reversal, and its correction. */
export function JournalSheet({ journal, who, onDone }: { journal: Journal; who: string; onDone: () => void }) {
  const w = useLedgerWords()
  const lang = useLang()
  const corrects = useMay(['manager'])
  const looks = useMay(['clerk', 'agent'])
  const { profile_id, kind, source_kind, source_id, event_at, reason, reverses_id, reversed_by_id } = journal
  const one = (query: Record<string, string>) => `/ledger?${new URLSearchParams({ profile: profile_id, ...query })}`
  const lots = [...new Set(journal.postings.flatMap(({ lot_id }) => lot_id ?? []))]
  const units = [...new Set(journal.postings.map(({ unit }) => unit))]
  // What is on a gift card is nobody's but the card's.
  const ways: [to: string | false | null, label: string][] = [
    [source_kind === 'order' && `/orders/${source_id}`, w.openOrder],
    [looks && !units.includes('gift') && `/customers/${profile_id}`, w.openCustomer],
    ...lots.map((lot): [string, string] => [one({ lot }), w.openLot]),
    [reverses_id && one({ journal: reverses_id }), w.openReversed],
    [reversed_by_id && one({ journal: reversed_by_id }), w.openReversal],
  ]
  const grant = kind === 'open' || (kind === 'earn' && source_kind === 'bonus')
  return (
    <div className="grid gap-5">
      <p className="figures text-14">
        <b className="text-16">{called(w, 'kind', kind)}</b>　{units.map((unit) => unitName(w, unit)).join('・')}
        <br />
        {fullDay(event_at, lang)} {time(event_at)}　{called(w, 'source', source_kind)}　{who}
        {reason && `　${called(w, 'reason', reason)}`}
      </p>
      <Postings journal={journal} />
      <ul className="ui grid gap-2 text-14">
        {ways.map(
          ([to, label]) =>
            to && (
              <li key={to}>
                <Link
                  to={to}
                  className="inline-flex min-h-10 items-center text-indigo hover:underline"
                  onClick={onDone}
                >
                  {label}
                </Link>
              </li>
            ),
        )}
      </ul>
      {corrects && grant && !reversed_by_id && <ReverseForm journal={journal} onDone={onDone} />}
    </div>
  )
}

function ReverseForm({ journal, onDone }: { journal: Journal; onDone: () => void }) {
  const w = useLedgerWords()
  const say = useToast()
  const cache = useQueryClient()
  const [reason, setReason] = useState<(typeof REASONS)[number]>('wrong_amount')
  const { profile_id, journal_id, reversal_asked_by } = journal
  const act = useAct(async (key) => {
    const params = { path: { profile_id, journal_id } }
    const made = await take(
      api.POST('/v1/loyalty/profiles/{profile_id}/journals/{journal_id}/reversal', {
        params,
        body: { reason },
        ...keyed(key),
      }),
    )
    await Promise.all(
      ['journals', 'lots', 'liability', 'expiries'].map((one) => cache.invalidateQueries({ queryKey: [one] })),
    )
    say(made.state === 'asked' ? w.askedDone : w.reversedDone)
    onDone()
  })
  return (
    <Form act={act} label={w.reverse}>
      <p className="text-14 text-ink-2">{w.reverseText}</p>
      {reversal_asked_by && <Notice tone="warning">{w.reverseAsked}</Notice>}
      <Picker
        label={w.reason}
        value={reason}
        onChange={(value) => setReason(value as typeof reason)}
        options={REASONS.map((value) => ({ value, label: called(w, 'reason', value) }))}
      />
    </Form>
  )
}

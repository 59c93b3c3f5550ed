import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Offer } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useLifeWords } from './lifeWords.ts'

type Move = {
  to: Offer['state']
  label: 'ask' | 'approve' | 'back' | 'launch' | 'pause' | 'resume' | 'end'
  first?: boolean
}
const moves: Record<Offer['state'], readonly Move[]> = {
  draft: [
    { to: 'approved', label: 'approve', first: true },
    { to: 'asked', label: 'ask' },
  ],
  asked: [
    { to: 'approved', label: 'approve', first: true },
    { to: 'draft', label: 'back' },
  ],
  approved: [
    { to: 'live', label: 'launch', first: true },
    { to: 'draft', label: 'back' },
  ],
  live: [
    { to: 'stopped', label: 'pause', first: true },
    { to: 'ended', label: 'end' },
  ],
  stopped: [
    { to: 'live', label: 'resume', first: true },
    { to: 'ended', label: 'end' },
  ],
  ended: [],
}

/** What may be done with an offer where it stands; what the house refuses stands below, with its reason. */
export function OfferActs({ offer }: { offer: Offer }) {
  const w = useLifeWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const [ending, setEnding] = useState(false)
  const { offer_id, state, version } = offer
  const act = useAct(async (_, to: Offer['state']) => {
    const params = { path: { offer_id } }
    const headers = { 'If-Match': `"${version}"` }
    await take(api.PUT('/v1/promotions/offers/{offer_id}/state', { params, headers, body: { state: to } }))
    await Promise.all(['offer', 'offers'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
    setEnding(false)
    say(w.moved(w[to === 'live' ? 'running' : to]))
  })
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {moves[state].map(({ to, label, first }) => (
          <Button
            key={to}
            look={first ? 'filled' : 'outline'}
            isDisabled={act.busy}
            onPress={() => (to === 'ended' ? setEnding(true) : act.run(to))}
          >
            {w[label]}
          </Button>
        ))}
        {['draft', 'asked', 'approved'].includes(state) && (
          <Link to={`/offers/${offer_id}/edit`} className={buttonClass('outline')}>
            {w.edit}
          </Link>
        )}
        <Link to={`/offers/new?from=${offer_id}`} className={buttonClass('quiet')}>
          {w.copy}
        </Link>
      </div>
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Sheet title={w.end} open={ending} onClose={() => setEnding(false)} side="centre">
        <div className="grid gap-4">
          <p className="text-14">{w.endText}</p>
          <Button size="main" isDisabled={act.busy} onPress={() => act.run('ended')}>
            {w.end}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}

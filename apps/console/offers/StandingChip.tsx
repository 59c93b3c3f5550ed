import { nowMs } from '../../kit/clock.ts'
import type { Offer } from '../../kit/shapes.ts'
import { type Standing, standing } from './draft.ts'
import { useLifeWords } from './lifeWords.ts'

const tints: Record<Standing, string> = {
  draft: 'bg-sunk text-ink-2',
  asked: 'bg-amber-tint text-amber',
  approved: 'bg-indigo-tint text-indigo',
  planned: 'bg-indigo-tint text-indigo',
  running: 'bg-green-tint text-green',
  stopped: 'bg-vermilion-tint text-vermilion',
  ended: 'bg-sunk text-ink-2',
}

/** Where an offer stands, in a word and its colour. */
export function StandingChip({ offer }: { offer: Offer }) {
  const w = useLifeWords()
  const now = standing(offer, nowMs())
  return <span className={`ui rounded-full px-2.5 py-0.5 text-12 whitespace-nowrap ${tints[now]}`}>{w[now]}</span>
}

import { spoken, useOrderWords } from './words.ts'

const tints: Record<string, string> = {
  placed: 'bg-indigo-tint text-indigo',
  ready: 'bg-wood-tint text-wood',
  done: 'bg-green-tint text-green',
  cancelled: 'bg-vermilion-tint text-vermilion',
  paying: 'bg-amber-tint text-amber',
}

/** The state of an order in a word and its colour. */
export function StateChip({ state }: { state: string }) {
  const w = useOrderWords()
  return (
    <span className={`ui rounded-full px-2.5 py-0.5 text-12 whitespace-nowrap ${tints[state] ?? 'bg-sunk text-ink-2'}`}>
      {spoken(w, state)}
    </span>
  )
}

import type { WayChosen } from '../choice.ts'
import { Choice, Choices } from './Choice.tsx'
import type { Offer } from './offers.ts'
import { useProductWords } from './productWords.ts'

type Props = { offers: readonly Offer[]; way: WayChosen; onWay: (way: WayChosen) => void }

/** The ways of receiving side by side, each with its day and its cost; two rows where there are four. */
export function Ways({ offers, way, onWay }: Props) {
  const w = useProductWords()
  if (offers.length === 0) return null
  const columns = offers.length === 3 ? 'grid-cols-3' : offers.length === 1 ? 'grid-cols-1' : 'grid-cols-2'
  return (
    <Choices label={w.waysName} className={`grid rounded-6 border border-control bg-surface ${columns}`}>
      {(group) =>
        offers.map((offer) => (
          <Choice
            key={offer.way}
            group={group}
            chosen={offer.way === way}
            onChoose={() => onWay(offer.way)}
            className="ui -m-px grid min-h-14 content-center justify-items-center rounded-6 border border-transparent px-1 py-2 text-center has-checked:border-2 has-checked:border-indigo has-checked:bg-indigo-tint has-checked:text-indigo desk:justify-items-start desk:px-4 desk:text-left"
          >
            <b className={`text-14 desk:text-16 ${offer.available ? '' : 'text-ink-3'}`}>{offer.name}</b>
            <span className={`figures text-12 ${offer.available ? 'text-ink-2' : 'text-vermilion'}`}>
              {offer.below}
              {offer.cost && (
                // Free needs no word where there is little room; what it costs always does.
                <span className={offer.cost.startsWith('¥') ? 'inline-block' : 'hidden tablet:inline'}>
                  ・{offer.cost}
                </span>
              )}
            </span>
          </Choice>
        ))
      }
    </Choices>
  )
}

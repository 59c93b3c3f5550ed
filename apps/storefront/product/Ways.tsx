import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { WayChosen } from '../choice.ts'
import type { Offer } from './offers.ts'
import { useProductWords } from './productWords.ts'

type Props = { offers: readonly Offer[]; way: WayChosen; onWay: (way: WayChosen) => void }

/** The ways of receiving side by side, each with its day and its cost; two rows where there are four. */
export function Ways({ offers, way, onWay }: Props) {
  const w = useProductWords()
  if (offers.length === 0) return null
  const columns = offers.length === 3 ? 'grid-cols-3' : offers.length === 1 ? 'grid-cols-1' : 'grid-cols-2'
  return (
    <ToggleButtonGroup
      aria-label={w.waysName}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[way]}
      onSelectionChange={(keys) => onWay([...keys][0] as WayChosen)}
      className={`grid rounded-6 border border-control bg-surface ${columns}`}
    >
      {offers.map((offer) => (
        <ToggleButton
          key={offer.way}
          id={offer.way}
          className="ui -m-px grid min-h-14 content-center justify-items-center rounded-6 border border-transparent px-1 py-2 text-center data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[selected]:text-indigo desk:justify-items-start desk:px-4 desk:text-left"
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
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

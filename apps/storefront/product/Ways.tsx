import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Product } from '../../kit/shapes.ts'
import type { WayChosen } from '../choice.ts'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'

type Props = { product: Product; way: WayChosen; onWay: (way: WayChosen) => void }

/** 届ける and 店舗で受け取る side by side, each with its day and its cost. */
export function Ways({ product, way, onWay }: Props) {
  const w = useWords()
  const day = useDayWords()
  const moment = useMomentWords()
  const place = useShop()?.place
  const pickup = place?.pickup
  const ship = product.ways.find((each) => each.way === 'ship')
  const below = {
    ship: ship?.available ? [ship.day && w.leavesOn(day(ship.day)), w.free].filter(Boolean).join('・') : w.soldOut,
    collect: !place ? w.chooseShop : pickup ? `${w.fromWhen(moment(pickup.ready_at))}・${w.free}` : w.noPickup,
  }
  const names = { ship: w.shipWay, collect: w.collectWay }
  return (
    <ToggleButtonGroup
      aria-label={w.change}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[way]}
      onSelectionChange={(keys) => onWay([...keys][0] === 'ship' ? 'ship' : 'collect')}
      className="grid grid-cols-2 rounded-6 border border-control bg-surface"
    >
      {(['ship', 'collect'] as const).map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="ui -m-px grid min-h-14 content-center justify-items-center rounded-6 border border-transparent px-2 text-center data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[selected]:text-indigo desk:justify-items-start desk:px-4"
        >
          <b className="text-14 desk:text-16">{names[each]}</b>
          <span className="figures text-12 text-ink-2">{below[each]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { shortDay, yen } from '../../kit/format.ts'
import type { Product } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import type { WayChosen } from '../choice.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'

type Props = { product: Product; way: WayChosen; onWay: (way: WayChosen) => void }

/** 届ける and 店舗で受け取る side by side, each with its day and its cost. */
export function Ways({ product, way, onWay }: Props) {
  const w = useWords()
  const lang = useLang()
  const moment = useMomentWords()
  const names = { ship: w.shipWay, collect: w.collectWay } as const
  const below = (each: WayChosen) => {
    const offer = product.ways.find((found) => found.way === each)
    if (!offer) return ''
    if (!offer.available) return w.soldOut
    const when = offer.from && (each === 'ship' ? shortDay(offer.from, lang) : w.fromWhen(moment(offer.from)))
    return [when, offer.cost_yen === 0 ? w.free : yen(offer.cost_yen)].filter(Boolean).join('・')
  }
  return (
    <ToggleButtonGroup
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[way]}
      onSelectionChange={(keys) => onWay([...keys][0] as WayChosen)}
      className="grid grid-cols-2 rounded-6 border border-control bg-surface"
    >
      {(['ship', 'collect'] as const).map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="ui -m-px grid min-h-14 content-center justify-items-center rounded-6 border border-transparent px-2 text-center data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[selected]:text-indigo desk:justify-items-start desk:px-4"
        >
          <b className="text-14 desk:text-16">{names[each]}</b>
          <span className="figures text-12 text-ink-2">{below(each)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

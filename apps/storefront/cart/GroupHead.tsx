import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { choose } from '../choice.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useMomentWords } from '../when.ts'
import { useCartWords } from './cartWords.ts'
import type { CartWay, Group } from './groups.ts'

const glyph: Record<CartWay, Glyph> = { ship: 'truck', collect: 'store', order_ahead: 'clock' }

/** How these things reach the person, and when; one press changes the way or the shop for all of them. */
export function GroupHead({ group }: { group: Group }) {
  const w = useCartWords()
  const name = useName()
  const text = useText()
  const moment = useMomentWords()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState<'way' | 'shop' | null>(null)
  const [wanted, setWanted] = useState<CartWay>(group.way)
  const { way, place } = group
  const move = useAct(async (_key, to: CartWay, place_id: string | null) => {
    for (const { variant_id, quantity } of group.lines) {
      const body = { quantity, way: to, ...(place_id && to !== 'ship' ? { place_id } : {}) }
      await take(api.PUT('/v1/carts/current/items/{variant_id}', { params: { path: { variant_id } }, body }))
    }
    choose('way', to)
    setOpen(null)
    await revalidate()
  })
  const titles: Record<CartWay, string> = {
    ship: w.shipTo,
    collect: place ? w.collectAt(name(place)) : w.chooseShop,
    order_ahead: place ? w.aheadAt(name(place)) : w.chooseShop,
  }
  const when = way === 'collect' && place?.pickup ? w.fromWhen(moment(place.pickup.ready_at)) : null
  const choice = (to: CartWay, label: string) => (
    <Button
      look={way === to ? 'selected' : 'outline'}
      size="main"
      icon={glyph[to]}
      isDisabled={move.busy}
      onPress={() => {
        setWanted(to)
        if (to === 'ship') void move.run(to, null)
        else setOpen('shop')
      }}
    >
      {label}
    </Button>
  )
  return (
    <div className="flex items-center gap-2 border-b border-line py-2">
      <Icon name={glyph[way]} size={20} className="text-green" />
      <h2 className="ui min-w-0 grow text-14">
        {titles[way]}
        {when && <span className="figures ml-3 inline-block font-normal text-ink-2">{when}</span>}
      </h2>
      <Button look="quiet" className="-mr-4" onPress={() => setOpen('way')}>
        {w.change}
      </Button>
      <Sheet title={w.changeTitle} open={open === 'way'} onClose={() => setOpen(null)}>
        <div className="grid gap-3">
          {move.refused && <Notice tone="refused">{text(move.refused.text)}</Notice>}
          {choice('ship', w.shipTo)}
          {choice('collect', w.collectWay)}
          {choice('order_ahead', w.aheadWay)}
        </div>
      </Sheet>
      <ShopSheet
        open={open === 'shop'}
        onClose={() => setOpen(null)}
        fit={(shop) => (wanted === 'order_ahead' ? shop.offers_order_ahead : shop.offers_pickup)}
        onPicked={(shop) => move.run(wanted, shop.place_id)}
      />
    </div>
  )
}

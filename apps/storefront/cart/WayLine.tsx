import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { choose, type WayChosen } from '../choice.ts'
import { ShopSheet } from '../ShopPicker.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

/** How the goods reach the person; one press changes the way or the shop. */
export function WayLine() {
  const w = useWords()
  const name = useName()
  const shop = useShop()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState<'way' | 'shop' | null>(null)
  const collect = shop?.choice.way !== 'ship'
  const pick = (way: WayChosen) => {
    choose('way', way)
    void revalidate()
    setOpen(way === 'collect' ? 'shop' : null)
  }
  return (
    <div className="flex items-center gap-2 border-b border-line py-2">
      <Icon name={collect ? 'store' : 'truck'} size={20} className="text-green" />
      <b className="ui grow text-14">
        {!collect ? w.shipTo : shop?.place ? w.collectAt(name(shop.place)) : w.chooseToCollect}
      </b>
      <Button look="quiet" className="-mr-4" onPress={() => setOpen('way')}>
        {w.change}
      </Button>
      <Sheet title={w.change} open={open === 'way'} onClose={() => setOpen(null)}>
        <div className="grid gap-3">
          <Button look={collect ? 'selected' : 'outline'} size="main" icon="store" onPress={() => pick('collect')}>
            {w.collectWay}
          </Button>
          <Button look={collect ? 'outline' : 'selected'} size="main" icon="truck" onPress={() => pick('ship')}>
            {w.shipTo}
          </Button>
        </div>
      </Sheet>
      <ShopSheet open={open === 'shop'} onClose={() => setOpen(null)} />
    </div>
  )
}

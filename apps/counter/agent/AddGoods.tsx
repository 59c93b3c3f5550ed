import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { nowIso } from '../../kit/clock.ts'
import { yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { goodsLike, goodsOfProduct } from '../offline/goods.ts'
import { shelfYen } from '../offline/price.ts'
import { useTerms } from '../sale/sums.ts'
import { useWords } from '../words.ts'

const SHOWN = 6

/** Goods by name or code, from this desk's own catalogue, into her cart by one press. */
export function AddGoods({ onAdd }: { onAdd: (variant_id: string) => Promise<void> }) {
  const w = useWords()
  const name = useName()
  const terms = useTerms()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['goods like', q],
    queryFn: async () => {
      const first = await goodsLike({ q, limit: SHOWN })
      return (await Promise.all(first.map((good) => goodsOfProduct(good.product_id)))).flat()
    },
    enabled: q !== '',
  })
  return (
    <div className="grid gap-3">
      <label className="relative">
        <span className="sr-only">{w.addGoods}</span>
        <Icon name="search" className="absolute top-4 left-4 text-ink-3" />
        <input
          type="search"
          autoComplete="off"
          placeholder={w.addGoods}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="ui h-14 w-full rounded-6 border border-control bg-surface pr-3 pl-13 text-18"
        />
      </label>
      {q !== '' && (
        <ul className="divide-y divide-line">
          {found.data?.map((good) => {
            const price = shelfYen(good, terms, nowIso())
            return (
              <li key={good.variant_id} className="ui flex items-center gap-3 py-2 text-16">
                <Picture src={pictureUrl(good.picture_id)} className="size-12 rounded-6 p-1" />
                <span className="grow">
                  {name(good)} {optionsText(good.options)}
                </span>
                {price !== null && <b className="figures">{yen(price)}</b>}
                <Button look="outline" isDisabled={price === null} onPress={() => void onAdd(good.variant_id)}>
                  {w.intoCart}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

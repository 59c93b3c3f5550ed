import { useQuery } from '@tanstack/react-query'
import { memo, useDeferredValue, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { Tabs } from '../../kit/Tabs.tsx'
import { api } from '../api.ts'
import { useConnected } from '../offline/connection.ts'
import { kept } from '../offline/kept.ts'
import type { Terms } from '../offline/price.ts'
import { useWords } from '../words.ts'
import { GoodsTile, GoodsTileShape } from './GoodsTile.tsx'
import { HandOverSheet } from './HandOverSheet.tsx'
import { useSale } from './sale.tsx'
import type { SaleLine } from './shapes.ts'
import { useTerms } from './sums.ts'
import { TILES, type Tile, useTiles } from './tiles.ts'
import { VariantSheet } from './VariantSheet.tsx'

const SHAPES = Array.from({ length: TILES }, (_, tile) => tile)

/** Twelve tiles that never move, by category or by search. */
export function Goods() {
  const { add } = useSale()
  return <Tiles add={add} terms={useTerms()} />
}

/** Not drawn anew for each scan: it shows what can be sold, not what is. */
const Tiles = memo(function Tiles({ add, terms }: { add: (line: SaleLine | null) => void; terms: Terms }) {
  const w = useWords()
  const name = useName()
  const connected = useConnected()
  const [tab, setTab] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [handing, setHanding] = useState(false)
  const [choosing, setChoosing] = useState<Tile | null>(null)
  const q = useDeferredValue(typed ?? '')
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: () => kept('categories', async () => (await take(api.GET('/v1/catalog/categories'))).items),
    staleTime: 600_000,
  })
  const goods = useTiles({ ...(typed === null && tab ? { category_id: tab } : {}), ...(q ? { q } : {}) }, terms)
  const tabs = [
    { value: '', label: w.often },
    ...(categories.data ?? [])
      .filter((each) => each.parent_id === null)
      .slice(0, 3)
      .map((each) => ({ value: each.category_id, label: name(each) })),
  ]
  return (
    <>
      <div className="flex min-h-14 flex-wrap items-center gap-2 tablet:flex-nowrap tablet:gap-3">
        {typed === null ? (
          <div className="min-w-0 grow">
            <Tabs label={w.sale} tall value={tab} onChange={setTab} tabs={tabs} />
          </div>
        ) : (
          <SearchField typed={typed} onType={setTyped} />
        )}
        {typed === null && (
          <Button
            look="outline"
            size="till"
            icon="swap"
            className="!text-16"
            isDisabled={!connected}
            onPress={() => setHanding(true)}
          >
            {w.handOverTab}
          </Button>
        )}
        <Button
          look="outline"
          size="till"
          icon={typed === null ? 'search' : 'close'}
          className="min-w-30 !text-16"
          onPress={() => setTyped(typed === null ? '' : null)}
        >
          {w.search}
        </Button>
      </div>
      <div className="grid grow auto-rows-[9.5rem] desk:min-h-0 grid-cols-2 gap-2.5 tablet:grid-cols-4 desk:auto-rows-auto desk:grid-rows-3">
        {goods.isPending && SHAPES.map((shape) => <GoodsTileShape key={shape} />)}
        {goods.data?.map((product) => (
          <GoodsTile key={product.product_id} product={product} onAdd={add} onChoose={setChoosing} />
        ))}
        {goods.isError && (
          <div className="col-span-full row-span-full">
            <ErrorState error={goods.error} onRetry={() => goods.refetch()} />
          </div>
        )}
        {goods.data?.length === 0 && (
          <div className="col-span-full row-span-full">
            <EmptyState icon="search" title={w.noItems} text={w.noItemsText} />
          </div>
        )}
      </div>
      <VariantSheet product={choosing} onClose={() => setChoosing(null)} />
      <HandOverSheet open={handing} onClose={() => setHanding(false)} />
    </>
  )
})

function SearchField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const w = useWords()
  return (
    <label className="relative grow">
      <Icon name="search" className="absolute top-4 left-4 text-ink-3" />
      <input
        // biome-ignore lint/a11y/noAutofocus: the field appears because the person pressed search
        autoFocus
        type="search"
        aria-label={w.search}
        placeholder={w.searchHint}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        className="ui h-14 w-full rounded-6 border border-control bg-surface pr-3 pl-13 text-18"
      />
    </label>
  )
}

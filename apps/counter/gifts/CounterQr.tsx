import { useQuery } from '@tanstack/react-query'
import { Button } from '../../kit/Button.tsx'
import { CounterCode } from '../../kit/CounterCode.tsx'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { api } from '../api.ts'
import { useSale } from '../sale/sale.tsx'
import { useTill } from '../till.ts'
import { useDeskWords } from './deskWords.ts'

/** What the code on this shop's counter holds; undefined until the house was asked. */
export function useCounter() {
  const { place_id } = useTill().place
  return useQuery({
    queryKey: ['gift counter', place_id],
    queryFn: () => take(api.GET('/v1/stores/places/{place_id}/gift-counter', { params: { path: { place_id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

/** The code on the counter, for her phone or for paper; goods scanned meanwhile go with it, behind # where no server reads them. */
export function CounterQr({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useDeskWords()
  const name = useName()
  const { place } = useTill()
  const { lines } = useSale()
  const counter = useCounter()
  const list = lines.map(({ variant_id, quantity }) => `${variant_id}*${quantity}`).join('.')
  return (
    <Sheet title={w.counterQr} open={open} onClose={onClose} side="centre">
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">
          {w.counterText}
          {list && ` ${w.listText}`}
        </p>
        {counter ? (
          <CounterCode
            shop={name(place)}
            words={w.poster}
            hint={w.scanHere}
            url={list ? `${counter.url}#${list}` : counter.url}
            label={w.counterQr}
          />
        ) : (
          <Skeleton className="h-80" />
        )}
        <Button look="outline" size="till" icon="receipt" isDisabled={!counter} onPress={() => window.print()}>
          {w.print}
        </Button>
      </div>
    </Sheet>
  )
}

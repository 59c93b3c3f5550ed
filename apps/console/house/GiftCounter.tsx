import { useQuery } from '@tanstack/react-query'
import { Button } from '../../kit/Button.tsx'
import { CounterCode } from '../../kit/CounterCode.tsx'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Place } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useHouseWords } from './words.ts'

/** The code for this shop's counter, to be printed: whoever scans it buys gifts in its name. */
export function GiftCounter({ place }: { place: Place }) {
  const w = useHouseWords()
  const name = useName()
  const { place_id } = place
  const counter = useQuery({
    queryKey: ['gift counter', place_id],
    queryFn: () => take(api.GET('/v1/stores/places/{place_id}/gift-counter', { params: { path: { place_id } } })),
  })
  // A place of others, or one that has closed, has no code.
  if (counter.isError) return null
  return (
    <section className="rounded-12 border border-line bg-surface p-5">
      <h2 className="mb-2 text-16">{w.counterQr}</h2>
      <p className="mb-3 text-14 text-ink-2">{w.counterText}</p>
      <div className="grid justify-items-start gap-3">
        {counter.data ? (
          <CounterCode
            shop={name(place)}
            words={w.counterPoster}
            hint={w.counterScan}
            url={counter.data.url}
            label={w.counterQr}
          />
        ) : (
          <Skeleton className="h-80 w-72" />
        )}
        <Button look="outline" icon="receipt" isDisabled={!counter.data} onPress={() => window.print()}>
          {w.counterPrint}
        </Button>
      </div>
    </section>
  )
}

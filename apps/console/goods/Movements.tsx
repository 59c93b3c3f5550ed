import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { figure, shortDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { usePlaces } from '../office.ts'
import { useWords } from '../words.ts'

/** How the stock came to be what it is, newest first. */
export function Movements({ variant_id, place_id }: { variant_id: string; place_id?: string | undefined }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const places = usePlaces()
  const moves = useQuery({
    queryKey: ['movements', variant_id, place_id],
    queryFn: () =>
      take(
        api.GET('/v1/inventory/variants/{variant_id}/movements', {
          params: { path: { variant_id }, query: { limit: 14, ...(place_id ? { place_id } : {}) } },
        }),
      ),
  })
  const kinds: Record<string, string> = {
    sale: w.sale,
    opening: w.opening,
    receipt: w.receipt,
    return: w.returned,
    loss: w.loss,
    count: w.count,
    transfer: w.transfer,
  }
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.movements}</h2>
      {moves.isPending ? (
        <SkeletonRows rows={5} className="h-10" />
      ) : moves.isError ? (
        <ErrorState error={moves.error} onRetry={() => moves.refetch()} />
      ) : moves.data.items.length === 0 ? (
        <p className="text-14 text-ink-3">{w.noMovements}</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {moves.data.items.map((move) => {
            const place = places.find((each) => each.place_id === move.place_id)
            return (
              <li key={move.movement_id} className="ui grid grid-cols-[1fr_auto] gap-x-3 py-2 text-14">
                <b>{kinds[move.kind] ?? move.kind}</b>
                <b className={`figures text-right ${move.quantity < 0 ? 'text-ink' : 'text-green'}`}>
                  {move.quantity > 0 ? '+' : ''}
                  {figure(move.quantity)}
                </b>
                <span className="text-12 text-ink-2">{place ? name(place) : ''}</span>
                <span className="figures text-right text-12 text-ink-3">
                  {shortDay(move.moved_at, lang)} {time(move.moved_at)}
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { figure, time } from '../../kit/format.ts'
import { useKitWords } from '../../kit/kitWords.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { usePlaces } from '../office.ts'
import { useWords } from '../words.ts'

const AGAIN_MS = 5000

/** How much of one variant is where: on hand, reserved, kept back, and what may be sold, summed at the foot. */
export function StockTable({ variant_id }: { variant_id: string }) {
  const w = useWords()
  const k = useKitWords()
  const name = useName()
  const places = usePlaces()
  const stock = useQuery({
    queryKey: ['stock', variant_id],
    queryFn: () => take(api.GET('/v1/inventory/variants/{variant_id}/places', { params: { path: { variant_id } } })),
    refetchInterval: AGAIN_MS,
  })
  if (stock.isPending) return <SkeletonRows rows={6} className="h-10" />
  if (stock.isError) return <ErrorState error={stock.error} onRetry={() => stock.refetch()} />
  const rows = stock.data.items
  if (rows.length === 0) return <EmptyState icon="box" title={w.noStock} />
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return (
    <table className="ui figures w-full overflow-hidden rounded-12 border border-line bg-surface text-14">
      <thead className="bg-sunk text-12 text-ink-2">
        <tr className="*:py-2 *:pr-4 *:text-right *:font-normal">
          <th className="!text-left pl-4">
            {w.place}　{k.asOf(time(stock.data.as_of))}
          </th>
          <th>{w.onHand}</th>
          <th>{w.reserved}</th>
          <th>{w.safety}</th>
          <th>{w.available}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => {
          const place = places.find((each) => each.place_id === row.place_id)
          return (
            <tr key={row.place_id} className="*:py-2.5 *:pr-4 *:text-right">
              <th scope="row" className="!text-left pl-4">
                {place ? name(place) : row.place_id}
              </th>
              <td>{figure(row.on_hand)}</td>
              <td className="text-ink-2">{figure(row.reserved)}</td>
              <td className="text-ink-2">{figure(row.safety)}</td>
              <td
                className={`font-bold ${row.available > 4 ? 'text-green' : row.available > 0 ? 'text-amber' : 'text-vermilion'}`}
              >
                <span aria-hidden="true">{row.available > 4 ? '◎' : row.available > 0 ? '△' : '×'}</span>{' '}
                {figure(row.available)}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot className="border-t border-control">
        <tr className="*:py-2.5 *:pr-4 *:text-right">
          <th className="!text-left pl-4">{w.total}</th>
          <td>{figure(sum((row) => row.on_hand))}</td>
          <td>{figure(sum((row) => row.reserved))}</td>
          <td>{figure(sum((row) => row.safety))}</td>
          <td className="font-bold">{figure(sum((row) => row.available))}</td>
        </tr>
      </tfoot>
    </table>
  )
}

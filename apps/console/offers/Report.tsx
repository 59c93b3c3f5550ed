import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import type { Offer } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { usePlaceName } from '../goods/PapersList.tsx'
import { useLifeWords } from './lifeWords.ts'
import { channelName } from './saying.ts'
import { useOfferWords } from './words.ts'

/** What an offer gave, by place and channel, what is left, and what became of its coupons. */
export function Report({ offer }: { offer: Offer }) {
  const w = useLifeWords()
  const o = useOfferWords()
  const placeName = usePlaceName()
  const { offer_id } = offer
  const report = useQuery({
    queryKey: ['offer', offer_id, 'report'],
    queryFn: () => take(api.GET('/v1/promotions/offers/{offer_id}/report', { params: { path: { offer_id } } })),
    refetchInterval: 15_000,
  })
  if (!report.data) return <SkeletonRows rows={3} className="h-11" />
  const { uses, discount_yen, points, given_back, left_yen, places, coupons } = report.data
  const figures: [name: string, value: string][] = [
    [w.uses, figure(uses)],
    [w.given, yen(discount_yen)],
    [w.points, figure(points)],
    [w.left, left_yen === null ? (offer.budget_yen === null ? w.noBudget : yen(offer.budget_yen)) : yen(left_yen)],
    [w.givenBack, figure(given_back)],
  ]
  const became: [name: string, value: number][] = [
    [w.issued, coupons.issued],
    [w.open, coupons.open],
    [w.redeemed, coupons.redeemed],
    [w.expired, coupons.expired],
    [w.revoked, coupons.revoked],
    [w.couponUses, coupons.uses],
  ]
  return (
    <section className="grid gap-3">
      <h2 className="text-14 text-ink-2">{w.report}</h2>
      <Figures list={figures} />
      {coupons.issued > 0 && <Figures list={became.map(([name, value]) => [name, figure(value)])} />}
      {places.length === 0 ? (
        <p className="text-14 text-ink-2">{w.reportNone}</p>
      ) : (
        <div className="overflow-x-auto rounded-12 border border-line bg-surface">
          <table aria-label={w.report} className="ui figures w-full text-14">
            <thead className="bg-sunk text-12 text-ink-2">
              <tr>
                {[w.place, w.channel, w.uses, w.given, w.points].map((head, at) => (
                  <th key={head} className={`px-4 py-2 font-normal ${at < 2 ? 'text-left' : 'text-right'}`}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {places.map((row) => (
                <tr key={`${row.place_id} ${row.channel}`}>
                  <th scope="row" className="px-4 py-2 text-left font-normal">
                    {placeName(row.place_id)}
                  </th>
                  <td className="px-4 py-2">{channelName(o, row.channel)}</td>
                  <td className="px-4 py-2 text-right">{figure(row.uses)}</td>
                  <td className="px-4 py-2 text-right">{yen(row.discount_yen)}</td>
                  <td className="px-4 py-2 text-right">{figure(row.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Figures({ list }: { list: readonly [name: string, value: string][] }) {
  return (
    <dl className="ui figures flex flex-wrap gap-x-8 gap-y-2">
      {list.map(([name, value]) => (
        <div key={name}>
          <dt className="text-12 text-ink-2">{name}</dt>
          <dd className="text-18 font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

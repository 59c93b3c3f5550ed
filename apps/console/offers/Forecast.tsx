import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { keyed, newKey, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { refusalOf } from '../../kit/problem.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { useSettled } from '../../kit/settled.ts'
import type { OfferForecast } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { usePlaceName } from '../goods/PapersList.tsx'
import type { Draft } from './draft.ts'
import { FindingList } from './Findings.tsx'
import { type LifeWords, useLifeWords } from './lifeWords.ts'
import { channelName } from './saying.ts'
import { useOfferWords } from './words.ts'

/** What an offer would have done to real baskets, while it is being written: its cost, who is left out, and what it may run into. */
export function Forecast({ draft }: { draft: Draft }) {
  const w = useLifeWords()
  const text = useText()
  const asked = useSettled(JSON.stringify(draft.name.trim() ? draft : { ...draft, name: '—' }))
  const found = useQuery({
    queryKey: ['offer forecast', asked],
    queryFn: () =>
      take(
        api.POST('/v1/promotions/forecasts', {
          body: { offer: JSON.parse(asked) as Draft, baskets: 200 },
          ...keyed(newKey()),
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (found.isError) return <Notice tone="refused">{text(refusalOf(found.error).text)}</Notice>
  if (!found.data) return <SkeletonRows rows={6} className="h-11" />
  return (
    <div className="grid gap-6" aria-busy={found.isFetching}>
      <Cost found={found.data} coupon={draft.rule.conditions.coupon === true} />
      <section className="grid gap-2">
        <h2 className="text-14 text-ink-2">{w.findings}</h2>
        <FindingList findings={found.data.findings} />
      </section>
      <Baskets found={found.data} />
    </div>
  )
}

function Cost({ found, coupon }: { found: OfferForecast; coupon: boolean }) {
  const w = useLifeWords()
  const share = found.tried > 0 ? (100 * found.given) / found.tried : 0
  return (
    <section className="grid gap-2">
      <h2 className="text-14 text-ink-2">{w.forecast}</h2>
      {found.cost_yen === null ? (
        <p className="text-14">{w.forecastNone}</p>
      ) : (
        <>
          <b className="figures text-40 leading-tight">{yen(found.cost_yen)}</b>
          <p className="figures text-14 text-ink-2">
            {w.forecastOf(figure(found.days), figure(found.orders), figure(found.tried))}
          </p>
          <div className="figures mt-2 grid gap-1 text-14">
            <span className="flex justify-between gap-3">
              {w.givenOf} <b>{w.givenCount(figure(found.given), figure(found.tried))}</b>
            </span>
            <span className="h-3 overflow-hidden rounded-full bg-wood-tint">
              <span className="block h-full bg-board" style={{ width: `${share}%` }} />
            </span>
            {found.points > 0 && (
              <span className="flex justify-between gap-3">
                {w.pointsMore} <b>{figure(found.points)}</b>
              </span>
            )}
          </div>
          {coupon && <p className="text-12 text-ink-2">{w.couponAssumed}</p>}
          {found.lasts_days !== null && <Notice tone="warning">{w.lasts(figure(found.lasts_days))}</Notice>}
        </>
      )}
    </section>
  )
}

function Baskets({ found }: { found: OfferForecast }) {
  const w = useLifeWords()
  const o = useOfferWords()
  const placeName = usePlaceName()
  if (found.tried === 0) return null
  return (
    <>
      {found.excluded.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-14 text-ink-2">{w.excludedTitle}</h2>
          <ul className="ui figures divide-y divide-line border-y border-line text-14">
            {found.excluded.map(({ why, baskets }) => (
              <li key={why} className="flex justify-between gap-3 py-2">
                {whyOf(w, why)} <b>{w.count(figure(baskets))}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="grid gap-2">
        <h2 className="text-14 text-ink-2">{w.basketsTitle}</h2>
        <ul className="ui figures divide-y divide-line border-y border-line text-14">
          {found.baskets.map((basket, at) => (
            // Baskets carry no name of their own here, so that they tell of nobody.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at} className="grid gap-0.5 py-2">
              <span className="flex justify-between gap-3">
                <span className="truncate">{basket.goods.join('・')}</span>
                {basket.why === null ? (
                  <span className="whitespace-nowrap">
                    <s className="text-ink-2">{yen(basket.without_yen)}</s> <b>{yen(basket.with_yen)}</b>
                  </span>
                ) : (
                  <span className="whitespace-nowrap">{yen(basket.without_yen)}</span>
                )}
              </span>
              <span className="flex justify-between gap-3 text-12 text-ink-2">
                <span>{[placeName(basket.place_id), channelName(o, basket.channel)].filter(Boolean).join('・')}</span>
                {basket.why !== null && <span className="text-amber">— {whyOf(w, basket.why)}</span>}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function whyOf(w: LifeWords, why: string): string {
  const known = w[`why_${why}` as keyof LifeWords]
  return typeof known === 'string' ? known : why
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Offer } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { Coupons } from '../offers/Coupons.tsx'
import { draftOf } from '../offers/draft.ts'
import { Findings } from '../offers/Findings.tsx'
import { useLifeWords } from '../offers/lifeWords.ts'
import { OfferActs } from '../offers/OfferActs.tsx'
import { offerQuery } from '../offers/offerQuery.ts'
import { Report } from '../offers/Report.tsx'
import { Sentence } from '../offers/Sentence.tsx'
import { StandingChip } from '../offers/StandingChip.tsx'
import { useWho } from '../offers/useWho.ts'
import { Versions } from '../offers/Versions.tsx'
import { useMay } from '../office.ts'
import { Screen } from '../Top.tsx'

/** One offer: what it says, where it stands, what it may run into, what it gave, its coupons and its history. */
export function OfferPage() {
  const name = useName()
  const { offer_id = '' } = useParams()
  const offer = useQuery(offerQuery(offer_id))
  return (
    <Screen title={offer.data ? name(offer.data) : ''}>
      {offer.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : offer.isError ? (
        <ErrorState error={offer.error} onRetry={() => offer.refetch()} />
      ) : (
        <Whole offer={offer.data} />
      )}
    </Screen>
  )
}

function Whole({ offer }: { offer: Offer }) {
  const w = useLifeWords()
  const name = useName()
  const who = useWho()
  const makes = useMay(['marketer'])
  const { offer_id } = offer
  const params = { path: { offer_id } }
  const findings = useQuery({
    queryKey: ['offer', offer_id, 'findings', offer.version],
    queryFn: () => take(api.GET('/v1/promotions/offers/{offer_id}/findings', { params })),
  })
  return (
    <div className="grid items-start gap-8 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <header className="flex flex-wrap items-center gap-3">
          <b className="text-22">{name(offer)}</b>
          <StandingChip offer={offer} />
        </header>
        <Sentence draft={draftOf(offer)} />
        {offer.state === 'asked' && offer.asked_by && (
          <Notice tone="info">{w.askedBy(who('staff', offer.asked_by))}</Notice>
        )}
        {makes && <OfferActs offer={offer} />}
        <Report offer={offer} />
        {offer.rule.conditions.coupon && <Coupons offer={offer} makes={makes} />}
      </div>
      <aside className="grid gap-8">
        {findings.data && <Findings offer={offer} findings={findings.data.items} />}
        <Versions offer={offer} />
      </aside>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { GiftCounter } from '../house/GiftCounter.tsx'
import { PlaceForm } from '../house/PlaceForm.tsx'
import { PopupEnd } from '../house/PopupEnd.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** One place: where it is, when it is open, what it offers. */
export function PlacePage() {
  const { place_id = '' } = useParams()
  const name = useName()
  const place = useQuery({
    queryKey: ['place', place_id],
    queryFn: () => take(api.GET('/v1/stores/places/{place_id}', { params: { path: { place_id } } })),
  })
  return (
    <Screen title={place.data ? name(place.data) : ''}>
      {place.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : place.isError ? (
        <ErrorState error={place.error} onRetry={() => place.refetch()} />
      ) : (
        <div className="grid max-w-[56rem] gap-6">
          <PlaceForm key={place.data.version} place={place.data} />
          {(place.data.kind === 'shop' || place.data.kind === 'popup') && <GiftCounter place={place.data} />}
          {place.data.kind === 'popup' && <PopupEnd place={place.data} />}
        </div>
      )}
    </Screen>
  )
}

/** A place that is not there yet. */
export function NewPlacePage() {
  const w = useWords()
  return (
    <Screen title={w.newPlace}>
      <div className="max-w-[56rem]">
        <PlaceForm />
      </div>
    </Screen>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { blank, type Draft, draftOf } from '../offers/draft.ts'
import { Forecast } from '../offers/Forecast.tsx'
import { offerQuery } from '../offers/offerQuery.ts'
import { Sentence } from '../offers/Sentence.tsx'
import { useOfferWords } from '../offers/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** An offer written from nothing, or from another (`?from=`). */
export function NewOfferPage() {
  const screen = useWords()
  const [asked] = useSearchParams()
  const from = asked.get('from')
  const other = useQuery({ ...offerQuery(from ?? ''), enabled: from !== null })
  return (
    <Screen title={screen.newOffer}>
      {from === null ? (
        <Builder first={blank} />
      ) : other.isError ? (
        <ErrorState error={other.error} onRetry={() => other.refetch()} />
      ) : other.data ? (
        <Builder first={draftOf(other.data, true)} />
      ) : (
        <SkeletonRows rows={6} className="h-14" />
      )}
    </Screen>
  )
}

/** An offer written anew: it is a draft again. */
export function EditOfferPage() {
  const w = useOfferWords()
  const { offer_id = '' } = useParams()
  const offer = useQuery(offerQuery(offer_id))
  return (
    <Screen title={w.editOffer}>
      {offer.isError ? (
        <ErrorState error={offer.error} onRetry={() => offer.refetch()} />
      ) : offer.data ? (
        <Builder first={draftOf(offer.data)} kept={{ offer_id, version: offer.data.version }} />
      ) : (
        <SkeletonRows rows={6} className="h-14" />
      )}
    </Screen>
  )
}

function Builder({ first, kept }: { first: Draft; kept?: { offer_id: string; version: number } }) {
  const w = useOfferWords()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(first)
  const act = useAct(async (key) => {
    const body = { ...draft, name: draft.name.trim(), name_en: draft.name_en?.trim() || null }
    const saved = kept
      ? await take(
          api.PUT('/v1/promotions/offers/{offer_id}', {
            params: { path: { offer_id: kept.offer_id } },
            headers: { 'If-Match': `"${kept.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/promotions/offers', { body, ...keyed(key) }))
    await Promise.all(['offer', 'offers'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
    say(w.saved)
    await go(`/offers/${saved.offer_id}`)
  })
  return (
    <div className="grid items-start gap-8 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <Sentence draft={draft} onChange={setDraft} />
        <Form act={act} label={w.save} ready={draft.name.trim() !== ''}>
          <div className="grid gap-4 tablet:grid-cols-2">
            <Field
              label={w.name}
              hint={w.nameHint}
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
              maxLength={120}
            />
            <Field
              label={w.nameEn}
              value={draft.name_en ?? ''}
              onChange={(name_en) => setDraft({ ...draft, name_en })}
              maxLength={120}
            />
          </div>
        </Form>
      </div>
      <aside aria-label={w.forecastAside}>
        <Forecast draft={draft} />
      </aside>
    </div>
  )
}

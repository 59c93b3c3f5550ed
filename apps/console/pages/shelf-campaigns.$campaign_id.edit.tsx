import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { CampaignFields } from '../shelf/CampaignFields.tsx'
import { campaignQuery } from '../shelf/campaignQuery.ts'
import { blank, type Draft, draftOf, isWhole, sentOf } from '../shelf/draft.ts'
import { useShelfWords } from '../shelf/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** A campaign written from nothing. */
export function NewShelfCampaignPage() {
  const screen = useWords()
  return (
    <Screen title={screen.newShelfCampaign}>
      <Writer first={blank} />
    </Screen>
  )
}

/** A draft written anew. */
export function EditShelfCampaignPage() {
  const w = useShelfWords()
  const { campaign_id = '' } = useParams()
  const campaign = useQuery(campaignQuery(campaign_id))
  return (
    <Screen title={w.edit}>
      {campaign.isError ? (
        <ErrorState error={campaign.error} onRetry={() => campaign.refetch()} />
      ) : campaign.data ? (
        <Writer first={draftOf(campaign.data)} kept={{ campaign_id, version: campaign.data.version }} />
      ) : (
        <SkeletonRows rows={6} className="h-14" />
      )}
    </Screen>
  )
}

function Writer({ first, kept }: { first: Draft; kept?: { campaign_id: string; version: number } }) {
  const w = useShelfWords()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const [draft, setDraft] = useState(first)
  const act = useAct(async (key) => {
    const body = sentOf(draft)
    const saved = kept
      ? await take(
          api.PUT('/v1/proofs/campaigns/{campaign_id}', {
            params: { path: { campaign_id: kept.campaign_id } },
            headers: { 'If-Match': `"${kept.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/proofs/campaigns', { body, ...keyed(key) }))
    await Promise.all(['shelf-campaign', 'shelf-campaigns'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
    say(w.saved)
    await go(`/shelf-campaigns/${saved.campaign_id}`)
  })
  return (
    <div className="max-w-[60rem]">
      <Form act={act} label={w.save} ready={isWhole(draft)}>
        <CampaignFields draft={draft} onChange={setDraft} />
      </Form>
    </div>
  )
}

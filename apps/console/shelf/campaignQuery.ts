import { take } from '../../kit/client.ts'
import { api } from '../api.ts'

/** The question for one campaign; what belongs to it hangs below its key. */
export function campaignQuery(campaign_id: string) {
  return {
    queryKey: ['shelf-campaign', campaign_id],
    queryFn: () => take(api.GET('/v1/proofs/campaigns/{campaign_id}', { params: { path: { campaign_id } } })),
  }
}

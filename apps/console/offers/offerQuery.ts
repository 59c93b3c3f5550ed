import { take } from '../../kit/client.ts'
import { api } from '../api.ts'

/** The question for one offer; what belongs to it hangs below its key. */
export function offerQuery(offer_id: string) {
  return {
    queryKey: ['offer', offer_id],
    queryFn: () => take(api.GET('/v1/promotions/offers/{offer_id}', { params: { path: { offer_id } } })),
  }
}

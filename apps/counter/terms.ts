import { useQuery } from '@tanstack/react-query'
import { take } from '../kit/client.ts'
import { api } from './api.ts'
import { kept } from './offline/kept.ts'
import type { Terms } from './offline/price.ts'

const AGAIN_MS = 60_000
const none: Terms['offers'] = []

/** What every sale is priced by beside the goods; undefined until it was known once on this device. */
export function useTaxAndPoints(signed_in: boolean): Pick<Terms, 'rules' | 'settings' | 'offers'> | undefined {
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: () => kept('rules', async () => (await take(api.GET('/v1/catalog/tax-rules'))).items),
    enabled: signed_in,
    refetchInterval: AGAIN_MS,
  })
  const settings = useQuery({
    queryKey: ['order settings'],
    queryFn: () => kept('settings', () => take(api.GET('/v1/orders/settings'))),
    enabled: signed_in,
    refetchInterval: AGAIN_MS,
  })
  // A sale does not wait for these: what is not known yet is not given.
  const offers = useQuery({
    queryKey: ['offers'],
    queryFn: () => kept('offers', async () => (await take(api.GET('/v1/promotions/till-offers'))).items),
    enabled: signed_in,
    refetchInterval: AGAIN_MS,
  })
  const given = offers.data ?? none
  return rules.data && settings.data ? { rules: rules.data, settings: settings.data, offers: given } : undefined
}

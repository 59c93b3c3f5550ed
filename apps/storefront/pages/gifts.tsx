import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { EmptyState } from '../../kit/States.tsx'
import { Page } from '../account/Page.tsx'
import { apiOf, originOf } from '../api.server.ts'
import { GiftRow } from '../gift/GiftRow.tsx'
import { useGiftWords } from '../gift/giftWords.ts'
import type { Route } from './+types/gifts.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const found = await takeIfAny(api.GET('/v1/gifts', { params: { query: { limit: 200 } } }))
  return data({ items: found?.items ?? [], origin: originOf(request) }, { headers })
}

/** Every gift she gave, with its link while it can be received. */
export default function Gifts({ loaderData: { items, origin } }: Route.ComponentProps) {
  const w = useGiftWords()
  return (
    <Page title={w.sentTitle} text={w.sentText} back="/gifts" anyone>
      {items.length === 0 ? (
        <EmptyState icon="gift" title={w.none} text={w.noneText}>
          <Link to="/search" className={buttonClass()}>
            {w.toSearch}
          </Link>
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {items.map((gift) => (
            <GiftRow key={gift.gift_id} gift={gift} origin={origin} />
          ))}
        </ul>
      )}
    </Page>
  )
}

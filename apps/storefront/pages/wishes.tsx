import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { useAccountWords } from '../account/accountWords.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { Goods } from '../Goods.tsx'
import { placeOf } from '../place.server.ts'
import { wishesOf } from '../wishes.server.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/wishes.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers, choice } = apiOf(request)
  return data({ items: await wishesOf(api, await placeOf(api, choice)) }, { headers })
}

/** ほしい物: kept for anybody, a visitor too, and hers once she signs in. */
export default function Wishes({ loaderData: { items } }: Route.ComponentProps) {
  const w = useAccountWords()
  const shop = useWords()
  return (
    <Page title={w.wishes} back="/wishes" anyone>
      {items.length > 0 ? (
        <Goods items={items} cut={false} more={null} />
      ) : (
        <EmptyState icon="heart" title={w.noWishes} text={w.noWishesText}>
          <Link to="/search" className={buttonClass('outline')}>
            {shop.toSearch}
          </Link>
        </EmptyState>
      )}
    </Page>
  )
}

import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { nowMs } from '../../kit/clock.ts'
import { figure, shortDay, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Offer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { type Standing, standing } from '../offers/draft.ts'
import { useLifeWords } from '../offers/lifeWords.ts'
import { StandingChip } from '../offers/StandingChip.tsx'
import { useMay } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const STANDINGS: readonly Standing[] = ['draft', 'asked', 'approved', 'planned', 'running', 'stopped', 'ended']
// What is told apart by its period is one state to the house.
const kept: Partial<Record<string, Offer['state']>> = {
  draft: 'draft',
  asked: 'asked',
  approved: 'approved',
  planned: 'live',
  running: 'live',
  stopped: 'stopped',
}

/** Every offer: where it stands, its period, how often it was given and what is left of its budget. */
export function OffersPage() {
  const w = useLifeWords()
  const screen = useWords()
  const name = useName()
  const lang = useLang()
  const makes = useMay(['marketer'])
  const [asked] = useFilter('state')
  const state = kept[asked]
  const found = usePages<Offer>(['offers', state], (after) =>
    take(
      api.GET('/v1/promotions/offers', {
        params: { query: { limit: 100, ...(state ? { state } : {}), ...(after ? { after } : {}) } },
      }),
    ),
  )
  const now = nowMs()
  const period = ({ starts_at, ends_at }: Offer) =>
    starts_at || ends_at
      ? `${starts_at ? shortDay(starts_at, lang) : ''} – ${ends_at ? shortDay(ends_at, lang) : ''}`
      : '—'
  const columns: Column<Offer>[] = [
    { key: 'name', name: screen.offers, text: name },
    {
      key: 'state',
      name: w.state,
      text: (offer) => w[standing(offer, now)],
      show: (offer) => <StandingChip offer={offer} />,
    },
    { key: 'period', name: w.period, text: period },
    { key: 'uses', name: w.uses, text: (offer) => offer.uses, show: (offer) => figure(offer.uses), align: 'right' },
    {
      key: 'given',
      name: w.given,
      text: (offer) => offer.given_yen,
      show: (offer) => yen(offer.given_yen),
      align: 'right',
    },
    {
      key: 'left',
      name: w.left,
      text: (offer) => offer.left_yen ?? offer.budget_yen ?? '',
      show: (offer) => <Budget offer={offer} />,
      align: 'right',
    },
  ]
  return (
    <Screen
      extra={
        makes && (
          <Link to="/offers/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
            {screen.newOffer}
          </Link>
        )
      }
    >
      <List
        list="offers"
        label={screen.offers}
        columns={columns}
        rows={found.rows?.filter((offer) => !asked || standing(offer, now) === asked)}
        error={found.error}
        onRetry={found.onRetry}
        onMore={found.onMore}
        keyOf={(offer) => offer.offer_id}
        to={(offer) => `/offers/${offer.offer_id}`}
        filters={<Filter of="state" label={w.state} options={STANDINGS.map((value) => ({ value, name: w[value] }))} />}
        empty={{ icon: 'tag', title: w.noOffers, text: w.noOffersText }}
      />
    </Screen>
  )
}

function Budget({ offer: { budget_yen, left_yen } }: { offer: Offer }) {
  const w = useLifeWords()
  if (budget_yen === null) return <span className="text-ink-2">{w.noBudget}</span>
  const left = left_yen ?? budget_yen
  const used = Math.round((100 * (budget_yen - left)) / budget_yen)
  return (
    <span className="inline-grid w-36 gap-1" title={w.usedOf(String(used))}>
      <span>
        {yen(left)} <span className="text-12 text-ink-2">/ {yen(budget_yen)}</span>
      </span>
      <span className="h-1.5 overflow-hidden rounded-full bg-wood-tint">
        <span className="block h-full bg-board" style={{ width: `${used}%` }} />
      </span>
    </span>
  )
}

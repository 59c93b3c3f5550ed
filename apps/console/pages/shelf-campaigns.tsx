import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Campaign } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { type Column, List } from '../list/List.tsx'
import { useMay } from '../office.ts'
import { useShelfWords } from '../shelf/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Every shelf campaign: where it stands, how many entered, what it gave and what is left. */
export function ShelfCampaignsPage() {
  const w = useShelfWords()
  const screen = useWords()
  const name = useName()
  const makes = useMay(['marketer'])
  const found = useQuery({ queryKey: ['shelf-campaigns'], queryFn: () => take(api.GET('/v1/proofs/campaigns')) })
  const count = (key: keyof Campaign['figures'], label: string): Column<Campaign> => ({
    key,
    name: label,
    text: ({ figures }) => figures[key],
    show: ({ figures }) => figure(figures[key]),
    align: 'right',
  })
  const left = ({ prizes }: Campaign) => prizes.reduce((sum, { left_count }) => sum + left_count, 0)
  const columns: Column<Campaign>[] = [
    { key: 'name', name: w.name, text: name, show: (one) => <b>{name(one)}</b> },
    { key: 'maker', name: w.maker, text: ({ maker }) => maker },
    { key: 'state', name: w.state, text: ({ state }) => w[state] },
    { key: 'period', name: w.period, text: ({ starts_on, ends_on }) => `${starts_on} – ${ends_on}` },
    count('entries', w.entries),
    count('waiting', w.waiting),
    count('points', w.points),
    { key: 'left', name: w.left, text: left, show: (one) => figure(left(one)), align: 'right' },
  ]
  return (
    <Screen
      extra={
        makes && (
          <Link to="/shelf-campaigns/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
            <Icon name="plus" size={18} />
            {screen.newShelfCampaign}
          </Link>
        )
      }
    >
      <List
        list="shelf-campaigns"
        label={screen.shelfCampaigns}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={({ campaign_id }) => campaign_id}
        to={({ campaign_id }) => `/shelf-campaigns/${campaign_id}`}
        sortable
        empty={{ icon: 'qr', title: w.none, text: w.noneText }}
      />
    </Screen>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Segment } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { type Column, List } from '../list/List.tsx'
import { useSegmentWords } from '../segments/words.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Every segment: its rule in words, how many are in it. */
export function SegmentsPage() {
  const w = useSegmentWords()
  const screen = useWords()
  const name = useName()
  const text = useText()
  const lang = useLang()
  const found = useQuery({ queryKey: ['segments'], queryFn: () => take(api.GET('/v1/segments')) })
  const columns: Column<Segment>[] = [
    { key: 'name', name: w.name, text: name, show: (segment) => <b>{name(segment)}</b> },
    { key: 'rule', name: w.rule, text: ({ conditions }) => conditions.map(text).join(lang === 'ja' ? '、' : '; ') },
    {
      key: 'members',
      name: w.members,
      text: ({ members }) => members,
      show: ({ members, building }) => (building ? w.building : w.people(figure(members))),
      align: 'right',
    },
    {
      key: 'changed',
      name: w.changed,
      text: ({ changed_at }) => changed_at,
      show: ({ changed_at }) => fullDay(changed_at, lang),
    },
  ]
  return (
    <Screen
      extra={
        <Link to="/segments/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
          <Icon name="plus" size={18} />
          {w.newSegment}
        </Link>
      }
    >
      <List
        list="segments"
        label={screen.segments}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={({ segment_id }) => segment_id}
        to={({ segment_id }) => `/segments/${segment_id}`}
        sortable
        empty={{ icon: 'people', title: w.none, text: w.noneText }}
      />
    </Screen>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Tag } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { type Column, List } from '../list/List.tsx'
import { Screen } from '../Top.tsx'
import { draftOf } from '../tags/draft.ts'
import { useTagWords } from '../tags/tagWords.ts'
import { useWords } from '../words.ts'

/** Every tag: by which signs it is given, how many bear it. */
export function TagsPage() {
  const w = useTagWords()
  const screen = useWords()
  const name = useName()
  const lang = useLang()
  const found = useQuery({ queryKey: ['tags'], queryFn: () => take(api.GET('/v1/tags')) })
  const columns: Column<Tag>[] = [
    { key: 'name', name: w.name, text: name, show: (tag) => <b>{name(tag)}</b> },
    { key: 'signs', name: w.signs, text: ({ rule }) => draftOf(rule).words || draftOf(rule).attributes },
    {
      key: 'people',
      name: w.people,
      text: ({ people }) => people,
      show: ({ people }) => w.count(figure(people)),
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
        <Link to="/tags/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
          <Icon name="plus" size={18} />
          {w.newTag}
        </Link>
      }
    >
      <List
        list="tags"
        label={screen.tags}
        columns={columns}
        rows={found.data?.items}
        error={found.error}
        onRetry={() => void found.refetch()}
        keyOf={({ tag_id }) => tag_id}
        to={({ tag_id }) => `/tags/${tag_id}`}
        sortable
        empty={{ icon: 'tag', title: w.none, text: w.noneText }}
      />
    </Screen>
  )
}

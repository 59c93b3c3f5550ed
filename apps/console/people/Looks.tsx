import { useQuery } from '@tanstack/react-query'
import { take } from '../../kit/client.ts'
import { fullDay, time } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Staff } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useAllStaff } from '../house/useAllStaff.ts'
import { usePlaces } from '../office.ts'
import { usePeopleWords } from './words.ts'

/** Who looked at this person, when and where; for admins, as the law of personal data asks. */
export function Looks({ profile_id }: { profile_id: string }) {
  const w = usePeopleWords()
  const lang = useLang()
  const nameOf = useName()
  const places = usePlaces()
  const staff = useAllStaff()
  const looks = useQuery({
    queryKey: ['looks', profile_id],
    queryFn: () => take(api.GET('/v1/access/audit', { params: { query: { profile_id, limit: 100 } } })),
    gcTime: 0,
  })
  if (looks.isPending) return <SkeletonRows rows={5} className="h-11" />
  if (looks.isError) return <ErrorState error={looks.error} onRetry={() => looks.refetch()} />
  const done = (action: string) => {
    const key = action.replaceAll('.', '_')
    return Object.hasOwn(w, key) ? w[key as 'customers_viewed'] : action
  }
  const who = (kind: string, id: string) => {
    const person: Staff | undefined = kind === 'staff' ? staff.find((each) => each.staff_id === id) : undefined
    if (person) return nameOf({ name: person.display_name, name_en: person.display_name_en })
    return { staff: w.staff, api: w.api, system: w.system, member: w.self, visitor: w.self }[kind] ?? kind
  }
  return (
    <div className="grid gap-3">
      <p className="text-14 text-ink-2">{w.looksText}</p>
      {looks.data.items.length === 0 && <p className="text-14 text-ink-2">{w.noLooks}</p>}
      <ol className="divide-y divide-line">
        {looks.data.items.map((look) => {
          const place = places.find((each) => each.place_id === look.place_id)
          return (
            <li key={look.audit_id} className="ui grid grid-cols-[1fr_auto] gap-x-4 py-2 text-14">
              <b>{who(look.actor_kind, look.actor_id)}</b>
              <time className="figures text-ink-2">
                {fullDay(look.at, lang)} {time(look.at)}
              </time>
              <span className="text-12 text-ink-2">{done(look.action)}</span>
              <span className="text-right text-12 text-ink-2">{place ? nameOf(place) : ''}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

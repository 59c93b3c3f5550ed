import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import type { Segment } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Why } from './Why.tsx'
import { useSegmentWords } from './words.ts'

/** Who is in it, since when and why; by number, not by name: a name is one step, and a record, further. */
export function MemberList({ segment }: { segment: Segment }) {
  const w = useSegmentWords()
  const lang = useLang()
  const { segment_id, conditions, members, building } = segment
  const found = useInfiniteQuery({
    queryKey: ['segment members', segment_id, building],
    queryFn: ({ pageParam: after }) =>
      take(
        api.GET('/v1/segments/{segment_id}/members', {
          params: { path: { segment_id }, query: { limit: 20, ...(after ? { after } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: !building,
  })
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section>
      <p className="flex items-baseline gap-4">
        <b className="text-18">
          {w.memberList} {building ? w.building : w.people(figure(members))}
        </b>
        {rows.length > 0 && (
          <a className="ui text-14 text-indigo underline" href={`/v1/segments/${segment_id}/member-file`} download>
            {w.csv}
          </a>
        )}
      </p>
      {!building && found.isSuccess && rows.length === 0 && <p className="text-14 text-ink-2">{w.noMembers}</p>}
      {rows.length > 0 && (
        <table className="ui w-full text-14">
          <thead>
            <tr className="border-b border-line text-left text-12 text-ink-2">
              <th className="py-2 font-normal">{w.customer}</th>
              <th className="font-normal">{w.since}</th>
              <th className="font-normal">{w.why}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.customer_id} className="align-top">
                <td className="py-2">
                  <Link className="figures text-indigo" to={`/customers/${row.customer_id}`}>
                    {row.customer_id.slice(-8)}
                  </Link>
                </td>
                <td className="py-2">{fullDay(row.since, lang)}</td>
                <td className="py-2">
                  <Why why={row.why} conditions={conditions} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.hasNextPage && (
        <Button look="quiet" isDisabled={found.isFetching} onPress={() => void found.fetchNextPage()}>
          {w.more}
        </Button>
      )}
    </section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { usePages } from '../list/pages.ts'
import { useListWords } from '../list/words.ts'
import { PairCard } from '../people/PairCard.tsx'
import { usePairWords } from '../people/pairWords.ts'
import { Screen } from '../Top.tsx'

const sure = 0.95

/** Who may be one person: pair after pair, the likeliest first. */
export function PairsPage() {
  const w = usePairWords()
  const l = useListWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const [asked] = useFilter('state')
  const state = asked === 'accepted' || asked === 'rejected' ? asked : 'open'
  const found = usePages(['pairs', state], (cursor) =>
    take(api.GET('/v1/customers/pairs', { params: { query: { state, limit: 20, ...(cursor ? { cursor } : {}) } } })),
  )
  const again = () => cache.invalidateQueries({ queryKey: ['pairs'] })
  const likely =
    state === 'open' ? (found.rows ?? []).filter((pair) => (pair.probability ?? 0) >= sure).slice(0, 100) : []
  const bulk = useAct(async (key) => {
    const body = { pair_ids: likely.map(({ pair_id }) => pair_id) }
    const { accepted } = await take(api.POST('/v1/customers/pairs/acceptances', { body, ...keyed(key) }))
    say(w.bulkDone(accepted.length))
    await again()
  })
  return (
    <Screen>
      <div className="grid max-w-[60rem] gap-4">
        <p className="text-14 text-ink-2">
          {w.text}
          <span className="block text-12">{w.keys}</span>
        </p>
        <div className="flex flex-wrap items-end gap-3">
          <Filter
            of="state"
            label={w.state}
            usual={w.waits}
            options={[
              { value: 'accepted', name: w.accepted },
              { value: 'rejected', name: w.rejected },
            ]}
          />
          {likely.length > 1 && (
            <Button look="outline" icon="people" isDisabled={bulk.busy} onPress={() => bulk.run()}>
              {w.bulk(likely.length, sure * 100)}
            </Button>
          )}
        </div>
        {bulk.refused && <Notice tone="refused">{text(bulk.refused.text)}</Notice>}
        {found.error ? (
          <ErrorState error={found.error} onRetry={found.onRetry} />
        ) : !found.rows ? (
          <SkeletonRows rows={4} className="h-40" />
        ) : found.rows.length === 0 ? (
          <EmptyState icon="people" title={w.none} text={w.noneText} />
        ) : (
          <div className="grid gap-4">
            {found.rows.map((pair) => (
              <PairCard key={pair.pair_id} pair={pair} onDecided={again} />
            ))}
          </div>
        )}
        {found.onMore && (
          <Button look="outline" className="justify-self-center" onPress={found.onMore}>
            {l.more}
          </Button>
        )}
      </div>
    </Screen>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import type { OfficeProof } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { usePages } from '../list/pages.ts'
import { EntryCard } from '../shelf/EntryCard.tsx'
import { useShelfWords } from '../shelf/words.ts'
import { Screen } from '../Top.tsx'

/** Receipts that wait for a person, and prizes to be sent; every look is in the customer's audit. */
export function ShelfEntriesPage() {
  const w = useShelfWords()
  const cache = useQueryClient()
  const [asked] = useFilter('want')
  const want = asked === 'won' || asked === 'given' ? asked : 'review'
  const found = usePages<OfficeProof>(['shelf-entries', want], (after) =>
    take(api.GET('/v1/proofs/entries', { params: { query: { want, limit: 20, ...(after ? { after } : {}) } } })),
  )
  const again = () => cache.invalidateQueries({ queryKey: ['shelf-entries'] })
  return (
    <Screen>
      <div className="grid max-w-[60rem] gap-4">
        <Filter
          of="want"
          label={w.want}
          usual={w.wantReview}
          options={[
            { value: 'won', name: w.wantWon },
            { value: 'given', name: w.wantGiven },
          ]}
        />
        {found.error ? (
          <ErrorState error={found.error} onRetry={found.onRetry} />
        ) : !found.rows ? (
          <SkeletonRows rows={4} className="h-40" />
        ) : found.rows.length === 0 ? (
          <EmptyState
            icon="receipt"
            title={want === 'review' ? w.noReview : w.noPrizes}
            text={want === 'review' ? w.noReviewText : w.noPrizesText}
          />
        ) : (
          found.rows.map((entry) => <EntryCard key={entry.proof_id} entry={entry} onDone={again} />)
        )}
        {found.onMore && (
          <Button look="outline" className="justify-self-center" onPress={found.onMore}>
            {w.more}
          </Button>
        )}
      </div>
    </Screen>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, shortDay, time } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useLinkWords } from './words.ts'

/** One message: every try of it, what was sent, and once more. */
export function SendingView({ delivery_id }: { delivery_id: string }) {
  const w = useLinkWords()
  const lang = useLang()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const params = { path: { delivery_id } }
  const sending = useQuery({
    queryKey: ['sending', delivery_id],
    queryFn: () => take(api.GET('/v1/integrations/deliveries/{delivery_id}', { params })),
  })
  const again = useAct(async (key) => {
    await take(api.POST('/v1/integrations/deliveries/{delivery_id}/resends', { params, body: {}, ...keyed(key) }))
    await Promise.all([sending.refetch(), cache.invalidateQueries({ queryKey: ['sendings'] })])
    say(w.resent)
  })
  if (sending.isPending) return <SkeletonRows rows={4} className="h-11" />
  if (sending.isError) return <ErrorState error={sending.error} onRetry={() => sending.refetch()} />
  return (
    <div className="grid gap-4">
      <p className="ui text-16">
        <b>{sending.data.type}</b> <span className="text-ink-2">{w[sending.data.state]}</span>
      </p>
      <section>
        <h3 className="mb-1 text-14 text-ink-2">{w.tries}</h3>
        <ol className="divide-y divide-line border-y border-line">
          {sending.data.tries.map((each) => (
            <li key={each.number} className="ui figures grid grid-cols-[auto_1fr_auto] gap-x-3 py-2 text-14">
              <b>{each.number}</b>
              <span>
                {each.status ?? ''} {each.error ?? ''}
              </span>
              <span className="text-ink-2">
                {shortDay(each.at, lang)} {time(each.at)}・{w.ms(figure(each.took_ms))}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className="mb-1 text-14 text-ink-2">{w.body}</h3>
        <pre className="max-h-64 overflow-auto rounded-6 bg-sunk p-3 text-12">
          {JSON.stringify(sending.data.body, null, 2)}
        </pre>
      </section>
      {again.refused && <Notice tone="refused">{text(again.refused.text)}</Notice>}
      <Button look="outline" isDisabled={again.busy} onPress={() => again.run()}>
        {w.resend}
      </Button>
    </div>
  )
}

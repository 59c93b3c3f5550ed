import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { yen } from '../../kit/format.ts'
import { IconLink } from '../../kit/IconLink.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay } from '../office.ts'
import { spoken, useOrderWords } from './words.ts'

/** Receipts and invoices as first issued, each as a PDF; a new one for who may make it. */
export function Papers({ order }: { order: Order }) {
  const w = useOrderWords()
  const lang = useLang()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const makes = useMay(['clerk', 'agent'])
  const params = { path: { order_id: order.order_id } }
  const queryKey = ['papers', order.order_id]
  const papers = useQuery({ queryKey, queryFn: () => take(api.GET('/v1/orders/{order_id}/documents', { params })) })
  const issue = useAct(async (key) => {
    await take(api.POST('/v1/orders/{order_id}/documents', { params, body: { kind: 'receipt' }, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey })
    say(w.issued)
  })
  const items = papers.data?.items ?? []
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.papers}</h2>
      {items.length === 0 ? (
        <p className="text-14 text-ink-2">{w.noPapers}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((paper) => (
            <li key={`${paper.document_id} ${paper.copy}`} className="ui figures flex items-center gap-3 text-14">
              <span className="grow py-2">
                <b>{paper.kind === 'hold' ? w.holdSlip : spoken(w, paper.kind)}</b>{' '}
                {paper.copy > 1 && <span className="text-12 text-ink-2">{w.copyOf(String(paper.copy))}</span>}
                <span className="block text-12 text-ink-2">
                  {paper.number}・{yen(paper.amount_yen)}
                </span>
              </span>
              <IconLink
                icon="receipt"
                label={`${spoken(w, paper.kind)} ${paper.number} PDF`}
                href={`/v1/orders/${order.order_id}/documents/${paper.document_id}/file?format=pdf&language=${lang}&face=console`}
              />
            </li>
          ))}
        </ul>
      )}
      {issue.refused && <Notice tone="refused">{text(issue.refused.text)}</Notice>}
      {makes && order.state !== 'paying' && (
        <Button look="quiet" icon="plus" className="-ml-3" isDisabled={issue.busy} onPress={() => issue.run()}>
          {w.issue}
        </Button>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { HandedGift } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { CardSheet } from '../gifts/CardSheet.tsx'
import { useDeskWords } from '../gifts/deskWords.ts'
import { GiftRows } from '../gifts/GiftRows.tsx'
import { LinksQr } from '../gifts/LinksQr.tsx'

/** After the sale: cards to print, or the links to her phone; later, how each gift stands, a lost card once more. */
export function GiftOrderPage() {
  const w = useDeskWords()
  const text = useText()
  const say = useToast()
  const { order_id = '' } = useParams()
  const params = { path: { order_id } }
  const order = useQuery({
    queryKey: ['gift order', order_id],
    queryFn: () => take(api.GET('/v1/orders/{order_id}', { params })),
  })
  const gifts = useQuery({
    queryKey: ['gift order', order_id, 'gifts'],
    queryFn: async () => (await take(api.GET('/v1/orders/{order_id}/gifts', { params }))).items,
  })
  const [paper, setPaper] = useState<HandedGift[]>([])
  const [links, setLinks] = useState<HandedGift[] | null>(null)
  const give = useAct(async (key, as: 'paper' | 'link', gift_id?: string, reissue?: boolean) => {
    const body = { as, ...(reissue && { reissue }), ...(gift_id && { gift_ids: [gift_id] }) }
    const given = await take(api.POST('/v1/orders/{order_id}/gift-hand-overs', { params, body, ...keyed(key) }))
    if (as === 'paper') setPaper(given.items)
    else setLinks(given.items)
    await gifts.refetch()
  })
  const cancel = useAct(async (key, gift_id: string) => {
    const path = { order_id, gift_id }
    await take(api.POST('/v1/orders/{order_id}/gifts/{gift_id}/cancellation', { params: { path }, ...keyed(key) }))
    say(w.refunded)
    await gifts.refetch()
  })
  const refused = give.refused ?? cancel.refused
  // The cards must stand on the page before it is printed.
  useEffect(() => {
    if (paper.length > 0) window.print()
  }, [paper])
  const failed = order.error ?? gifts.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([order.refetch(), gifts.refetch()])} />
  if (!order.data || !gifts.data) return <SkeletonRows rows={4} className="h-16" />
  const open = gifts.data.filter(({ state }) => state === 'open').length
  return (
    <section className="grid h-full content-start gap-5 overflow-y-auto p-3 tablet:p-5">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 role="status" className="ui flex grow items-center gap-2 text-22 text-green">
          <Icon name="check" size={28} />
          {w.done(figure(gifts.data.length))}
        </h1>
        <b className="figures text-28">{yen(order.data.total_yen)}</b>
      </header>
      <div className="grid gap-2.5 tablet:grid-cols-4">
        <Button size="till" icon="receipt" isDisabled={open === 0 || give.busy} onPress={() => give.run('paper')}>
          {w.printCards(figure(open))}
        </Button>
        <Button
          look="outline"
          size="till"
          icon="qr"
          isDisabled={open === 0 || give.busy}
          onPress={() => give.run('link')}
        >
          {w.toPhone}
        </Button>
        <Link to={`/receipts/${order_id}`} className={buttonClass('outline', 'till')}>
          {w.toReceipt}
        </Link>
        <Link to="/gifts" className={buttonClass('outline', 'till')}>
          {w.next}
        </Link>
      </div>
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <GiftRows
        gifts={gifts.data}
        busy={give.busy || cancel.busy}
        onCancel={(gift_id) => cancel.run(gift_id)}
        onPrint={(gift_id, reissue) => give.run('paper', gift_id, reissue)}
      />
      <CardSheet cards={paper} gifts={gifts.data} />
      <LinksQr cards={links} onClose={() => setLinks(null)} />
    </section>
  )
}

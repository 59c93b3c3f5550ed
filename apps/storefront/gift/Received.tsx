import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import type { OpenedGift } from '../../kit/shapes.ts'
import { useShop } from '../shop.ts'
import { useGiftWords } from './giftWords.ts'
import { Wrapping } from './Wrapping.tsx'

/** It is hers: where to follow it, and a card of her own if she wants one. */
export function Received({ gift, order_id }: { gift: OpenedGift; order_id: string }) {
  const w = useGiftWords()
  const member = useShop()?.member
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <Wrapping gift={gift} title={w.doneTitle} />
      <p className="flex items-center gap-2 text-14 text-green" role="status">
        <Icon name="check" size={20} />
        {w.doneText}
      </p>
      <Link to={`/orders/${order_id}`} className={buttonClass('filled', 'main')}>
        {w.doneOrder}
      </Link>
      {!member && (
        <section className="grid justify-items-start gap-2 border-t border-line pt-4">
          <p className="text-14 text-ink-2">{w.joinText}</p>
          <Link to="/account" className={buttonClass('outline')}>
            <Icon name="card" size={20} />
            {w.join}
          </Link>
        </section>
      )}
    </div>
  )
}

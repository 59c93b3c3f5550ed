import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { Gift } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { CancelButton } from '../order/CancelButton.tsx'
import { useDayWords } from '../when.ts'
import { useGiftWords } from './giftWords.ts'
import { ShareLink } from './ShareLink.tsx'

/** A gift as its giver has it: how it stands, and what she can do with its link while it can be received. */
export function GiftRow({ gift, origin }: { gift: Gift; origin: string }) {
  const w = useGiftWords()
  const name = useName()
  const day = useDayWords()
  const { state } = gift
  const states: Record<string, string> = {
    waiting: w.stateWaiting,
    open: w.stateOpen,
    claimed: w.stateClaimed,
    expired: w.stateExpired,
    cancelled: w.stateCancelled,
  }
  return (
    <li className="grid gap-3 rounded-12 border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <Picture src={pictureUrl(gift.picture_id)} className="size-14 shrink-0 rounded-6 p-1" />
        <div className="ui min-w-0 grow">
          <b className="block text-14">
            <span className="figures mr-2 text-wood">{w.nth(figure(gift.seq))}</span>
            {name(gift)}
          </b>
          <span className={`flex items-center gap-1 text-14 ${tone[state] ?? 'text-ink-2'}`}>
            {state === 'claimed' && <Icon name="check" size={16} />}
            {states[state] ?? state}
          </span>
          {state === 'open' && (
            <span className="figures text-12 text-ink-2">{w.until(day(dayBefore(gift.expires_at)))}</span>
          )}
          {state === 'expired' && (
            <span className="figures text-12 text-ink-2">{w.ownUntil(day(dayBefore(gift.own_until)))}</span>
          )}
        </div>
      </div>
      {gift.message && <p className="whitespace-pre-line rounded-6 bg-sunk px-3 py-2 text-14">{gift.message}</p>}
      {gift.token && <Sending gift={gift} url={`${origin}/gift#${gift.token}`} />}
    </li>
  )
}

const tone: Record<string, string> = { claimed: 'text-green', expired: 'text-amber' }

// Exclusive midnights: the day before is the last on which it can be received.
function dayBefore(midnight: string): string {
  return new Date(Date.parse(midnight) - 60_000).toISOString()
}

function Sending({ gift, url }: { gift: Gift; url: string }) {
  const w = useGiftWords()
  const day = useDayWords()
  const path = { order_id: gift.order_id, gift_id: gift.gift_id }
  const from = gift.from ?? ''
  const words = gift.reminded ? w.shareAgain(from, day(dayBefore(gift.expires_at))) : w.shareText(from)
  return (
    <div className="flex flex-wrap gap-2">
      {gift.state === 'open' ? (
        <ShareLink url={url} words={words} />
      ) : (
        <Link to={`/gift#${gift.token}`} className={buttonClass('filled')}>
          {w.own}
        </Link>
      )}
      <CancelButton
        words={w}
        cancel={(key) =>
          take(api.POST('/v1/orders/{order_id}/gifts/{gift_id}/cancellation', { params: { path }, ...keyed(key) }))
        }
      />
    </div>
  )
}

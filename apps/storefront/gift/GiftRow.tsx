import { useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { Qr } from '../../kit/Code.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Gift } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useDayWords } from '../when.ts'
import { useGiftWords } from './giftWords.ts'

const QR_PX = 200

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
  const say = useToast()
  const [shown, setShown] = useState<'qr' | 'cancel' | null>(null)
  const open = gift.state === 'open'
  const text = `${w.shareText(gift.from ?? '')}\n${url}`
  return (
    <div className="flex flex-wrap gap-2">
      {open ? (
        <>
          <Button icon="link" onPress={() => void navigator.clipboard.writeText(url).then(() => say(w.copied))}>
            {w.copy}
          </Button>
          <a
            className={buttonClass('outline')}
            href={`https://line.me/R/share?text=${encodeURIComponent(text)}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="talk" size={20} />
            {w.line}
          </a>
          <Button look="outline" icon="qr" onPress={() => setShown('qr')}>
            {w.qr}
          </Button>
        </>
      ) : (
        <Link to={`/gift#${gift.token}`} className={buttonClass('filled')}>
          {w.own}
        </Link>
      )}
      <Button look="quiet" onPress={() => setShown('cancel')}>
        {w.cancel}
      </Button>
      <Sheet title={w.qr} open={shown === 'qr'} onClose={() => setShown(null)}>
        <div className="grid justify-items-center py-4">
          <Qr text={url} size={QR_PX} label={w.qrLabel} />
        </div>
      </Sheet>
      <Cancelling gift={gift} open={shown === 'cancel'} onClose={() => setShown(null)} />
    </div>
  )
}

function Cancelling({ gift, open, onClose }: { gift: Gift; open: boolean; onClose: () => void }) {
  const w = useGiftWords()
  const text = useText()
  const { revalidate } = useRevalidator()
  const cancel = useAct(async (key) => {
    const path = { order_id: gift.order_id, gift_id: gift.gift_id }
    await take(api.POST('/v1/orders/{order_id}/gifts/{gift_id}/cancellation', { params: { path }, ...keyed(key) }))
    onClose()
    await revalidate()
  })
  return (
    <Sheet title={w.cancelTitle} open={open} onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">{w.cancelText}</p>
        {cancel.refused && <Notice tone="refused">{text(cancel.refused.text)}</Notice>}
        <Button size="main" isDisabled={cancel.busy} onPress={() => cancel.run()}>
          {w.cancelDo}
        </Button>
      </div>
    </Sheet>
  )
}

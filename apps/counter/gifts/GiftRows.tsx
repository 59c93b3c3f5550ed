import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { figure, fullDay } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Gift } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useDeskWords } from './deskWords.ts'

type Act = 'anew' | 'cancel'
type Props = {
  gifts: readonly Gift[]
  busy: boolean
  onPrint: (gift_id: string, reissue: boolean) => void
  onCancel: (gift_id: string) => void
}

/** How each gift of an order stands, and its card once more. */
export function GiftRows({ gifts, busy, onPrint, onCancel }: Props) {
  const w = useDeskWords()
  const name = useName()
  const lang = useLang()
  const [asked, ask] = useState<{ gift_id: string; act: Act } | null>(null)
  const anew = asked?.act === 'anew'
  const states: Record<string, string> = {
    waiting: w.paying,
    open: w.open,
    claimed: w.claimed,
    expired: w.expired,
    cancelled: w.cancelled,
  }
  return (
    <>
      <ol className="divide-y divide-line rounded-12 border border-line bg-surface">
        {gifts.map((gift) => (
          <li key={gift.gift_id} className="ui flex flex-wrap items-center gap-3 px-4 py-2">
            <span className="min-w-48 grow">
              <b className="block text-16">
                <span className="figures mr-2 text-wood">{w.nth(figure(gift.seq))}</span>
                {name(gift)}
              </b>
              <span className="figures block text-14 text-ink-2">
                {[
                  states[gift.state],
                  gift.state === 'open' && w.until(lastDay(gift.expires_at, lang)),
                  gift.printed > 0 && w.printed(figure(gift.printed)),
                ]
                  .filter(Boolean)
                  .join('・')}
              </span>
            </span>
            {gift.state === 'open' && gift.printed > 0 && (
              <Button look="quiet" isDisabled={busy} onPress={() => onPrint(gift.gift_id, false)}>
                {w.again}
              </Button>
            )}
            {gift.state === 'open' && (
              <Button look="quiet" isDisabled={busy} onPress={() => ask({ gift_id: gift.gift_id, act: 'anew' })}>
                {w.anew}
              </Button>
            )}
            {(gift.state === 'open' || gift.state === 'expired') && (
              <Button look="quiet" isDisabled={busy} onPress={() => ask({ gift_id: gift.gift_id, act: 'cancel' })}>
                {w.cancel}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Sheet title={anew ? w.anewTitle : w.cancelTitle} open={asked !== null} onClose={() => ask(null)} side="centre">
        <div className="grid gap-4">
          <p className="text-14 text-ink-2">{anew ? w.anewText : w.cancelText}</p>
          <Button
            size="till"
            isDisabled={busy}
            onPress={() => {
              if (asked && anew) onPrint(asked.gift_id, true)
              else if (asked) onCancel(asked.gift_id)
              ask(null)
            }}
          >
            {anew ? w.anewDo : w.cancelDo}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

/** The last day on which a gift can be received: its end is the midnight after. */
export function lastDay(midnight: string, lang: 'ja' | 'en'): string {
  return fullDay(new Date(Date.parse(midnight) - 60_000).toISOString(), lang)
}

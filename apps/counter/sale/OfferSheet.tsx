import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { chime } from '../../kit/scan.ts'
import { useText } from '../../kit/words.ts'
import { useConnected } from '../offline/connection.ts'
import { Coupons, Worth } from './Coupons.tsx'
import { couponOf } from './coupons.ts'
import { useOfferWords } from './offerWords.ts'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'
import { useWhyNot } from './whyNot.ts'

/** A coupon keyed in, and why each offer is given or not: what a clerk is asked at the till. */
export function OfferSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const o = useOfferWords()
  return (
    <Sheet title={o.title} open={open} onClose={onClose} side="centre">
      <div className="grid gap-5">
        <CodeField />
        <Coupons />
        <Offers />
      </div>
    </Sheet>
  )
}

function CodeField() {
  const o = useOfferWords()
  const text = useText()
  const connected = useConnected()
  const { member, addCoupon } = useSale()
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const act = useAct(async () => {
    try {
      addCoupon(await couponOf(code.trim(), member?.profile_id ?? null))
      chime('good')
      setCode('')
    } catch (thrown) {
      chime('bad')
      throw thrown
    } finally {
      // The button that was pressed cannot hold the focus while it is busy: the next code is typed here.
      field.current?.focus()
    }
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) void act.run()
  }
  return (
    <form onSubmit={send} className="grid gap-2">
      <div className="flex gap-2">
        <input
          ref={field}
          aria-label={o.code}
          placeholder={o.code}
          value={code}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          disabled={!connected}
          onChange={(event) => setCode(event.target.value)}
          className="ui figures h-14 min-w-0 grow rounded-6 border border-control bg-surface px-4 text-18 disabled:border-line disabled:bg-sunk"
        />
        <Button type="submit" size="till" isDisabled={!connected || !code.trim() || act.busy}>
          {o.use}
        </Button>
      </div>
      {!connected && <Notice tone="warning">{o.offline}</Notice>}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
    </form>
  )
}

// Of what was not given, only what the customer or the goods could change is worth a word.
const WITHIN_REACH = [
  'yen',
  'pieces',
  'member',
  'goods',
  'hour',
  'weekday',
  'month_day',
  'other_of_group',
  'not_together',
]

function Offers() {
  const o = useOfferWords()
  const name = useName()
  const whyNot = useWhyNot()
  const { quote } = useSums()
  const given = quote?.offers.filter(({ offer }) => !offer.conditions.coupon) ?? []
  const not_yet = (quote?.refused() ?? []).filter(
    ({ offer, why }) => !offer.conditions.coupon && WITHIN_REACH.includes(why),
  )
  const nearest = not_yet.toSorted((a, b) => WITHIN_REACH.indexOf(a.why) - WITHIN_REACH.indexOf(b.why))
  if (given.length + nearest.length === 0) return <EmptyState icon="tag" title={o.none} text={o.noneText} />
  return (
    <>
      {given.length > 0 && (
        <List title={o.given}>
          {given.map((one) => (
            <li key={one.offer.offer_id} className="ui flex min-h-12 items-center gap-3 text-14">
              <Icon name="check" size={20} className="text-green" />
              <b>{name(one.offer)}</b>
              <Worth given={one} />
            </li>
          ))}
        </List>
      )}
      {nearest.length > 0 && (
        <List title={o.notYet}>
          {nearest.map((reason) => (
            <li key={reason.offer.offer_id} className="ui flex min-h-12 items-center gap-3 py-2 text-14">
              <Icon name="dash" size={20} className="text-ink-3" />
              <span>
                {name(reason.offer)}
                <span className="block text-ink-2">{whyNot(reason)}</span>
              </span>
            </li>
          ))}
        </List>
      )}
    </>
  )
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-14 text-ink-2">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </section>
  )
}

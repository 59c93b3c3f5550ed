import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { refusalOf } from '../../kit/problem.ts'
import { chime, useScanner } from '../../kit/scan.ts'
import type { HandedOver } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { isReceiptNumber } from '../returns/numbers.ts'
import { useWords } from '../words.ts'
import { couponScanned } from './coupons.ts'
import { goodsOf, mayBeGoods, memberOf } from './find.ts'
import { lineOf } from './lines.ts'
import { useOfferWords } from './offerWords.ts'
import type { Member, SaleCoupon, SaleLine } from './shapes.ts'

type Hears = {
  add: (line: SaleLine) => void
  setMember: (member: Member) => void
  takeCart: (handed: HandedOver) => Promise<void>
  setPickupCode: (code: string) => void
  addCoupon: (coupon: SaleCoupon) => void
  /** For whom the sale is, as far as that is known. */
  buyer: string | null
}
type Ear = (code: string) => boolean

// A screen that reads codes for itself (counting, returns) listens before the sale does.
let ear: Ear | null = null

/** While this screen is shown it hears every code first; true means it was for the screen. */
export function listenFirst(first: Ear): () => void {
  ear = first
  return () => {
    if (ear === first) ear = null
  }
}

/** Goods, a member's card, a coupon, a hand-over code or a pickup code: the reader may read any of them on any screen. */
export function useScans({ add, setMember, takeCart, setPickupCode, addCoupon, buyer }: Hears): (code: string) => void {
  const w = useWords()
  const o = useOfferWords()
  const name = useName()
  const text = useText()
  const say = useToast()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  // Her card and her coupon may follow each other faster than a screen is drawn.
  const who = useRef(buyer)
  who.current = buyer
  const read = async (code: string) => {
    try {
      if (ear?.(code)) return chime('good')
      if (isReceiptNumber(code)) {
        chime('good')
        return void navigate('/returns', { state: { number: code } })
      }
      if (/^\d{6}$/.test(code)) {
        if (pathname === '/queue') setPickupCode(code)
        else await takeCart(await take(api.POST('/v1/carts/hand-overs', { body: { code } })))
      } else if (mayBeGoods(code)) {
        const goods = await goodsOf(code)
        if (!goods || goods.withdrawn) return unknown(code)
        add(lineOf(goods))
      } else {
        const coupon = await couponScanned(code, who.current)
        if (coupon) {
          addCoupon(coupon)
          say(o.couponRead(name(coupon.shown.offer)))
        } else {
          const found = await memberOf(code)
          setMember(found)
          who.current = found.profile_id
          say(found.name ? w.memberRead(found.name) : w.cardRead)
        }
      }
      chime('good')
    } catch (thrown) {
      chime('bad')
      say(text(refusalOf(thrown).text), { tone: 'refused' })
    }
  }
  const unknown = (code: string) => {
    chime('bad')
    say(w.unknownCode(code), { tone: 'refused' })
  }
  // One after another: two quick scans must not overtake each other.
  const line = useRef(Promise.resolve())
  const hear = (code: string) => {
    line.current = line.current.then(() => read(code))
  }
  useScanner(hear)
  return hear
}

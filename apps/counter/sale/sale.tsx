import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { refusalOf } from '../../kit/problem.ts'
import { chime, useScanner } from '../../kit/scan.ts'
import type { HandedOver, Order } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { goodsOf, memberOf } from './find.ts'
import { fromCart, fromScan, type SaleLine, withCount, withOne } from './lines.ts'

/** For whom the sale is. */
export type Member = {
  profile_id: string
  customer_id: string | null
  name: string | null
  /** Proof that she showed her rotating QR: only then may points be spent. */
  scan_id?: string
}
type Last = { text: string; lines: SaleLine[] }
type Sale = {
  lines: SaleLine[]
  member: Member | null
  from_cart: boolean
  with_points: boolean
  last: Last | null
  done: Order | null
  pickup_code: string | null
  add: (line: SaleLine | null) => void
  setQuantity: (line: SaleLine, quantity: number) => void
  undo: () => void
  setMember: (member: Member | null) => void
  setWithPoints: (wanted: boolean) => void
  takeCart: (handed: HandedOver) => void
  finish: (order: Order) => void
}

const SaleContext = createContext<Sale | null>(null)

/** The sale under way: shown left on every screen, fed by the scanner from any of them. */
export function useSale(): Sale {
  const sale = useContext(SaleContext)
  if (!sale) throw new Error('A sale lives inside the till.')
  return sale
}

export function SaleProvider({ children }: { children: ReactNode }) {
  const w = useWords()
  const name = useName()
  const navigate = useNavigate()
  const [lines, setLines] = useState<SaleLine[]>([])
  const [member, chooseMember] = useState<Member | null>(null)
  const [from_cart, setFromCart] = useState(false)
  const [with_points, setWithPoints] = useState(false)
  const [last, setLast] = useState<Last | null>(null)
  const [done, setDone] = useState<Order | null>(null)
  const [pickup_code, setPickupCode] = useState<string | null>(null)

  const add = useCallback(
    (line: SaleLine | null) => {
      if (!line) return
      setDone(null)
      setLines((before) => {
        setLast({ text: w.added(name(line)), lines: before })
        return withOne(before, line)
      })
    },
    [w, name],
  )
  const setMember = useCallback((found: Member | null) => {
    setDone(null)
    setFromCart(false)
    setWithPoints(false)
    chooseMember(found)
  }, [])
  const takeCart = useCallback(
    (handed: HandedOver) => {
      setDone(null)
      setLast({ text: w.cartTaken, lines: [] })
      setLines((before) =>
        handed.cart.lines
          .filter((line) => line.sold)
          .map(fromCart)
          .reduce(withOne, before),
      )
      chooseMember({ profile_id: handed.profile_id, customer_id: null, name: handed.customer.name })
      setFromCart(true)
      void navigate('/')
    },
    [w, navigate],
  )
  useScans({ add, setMember, takeCart, setPickupCode })
  useNextSale(lines.length > 0 || member !== null)

  const sale = useMemo<Sale>(
    () => ({
      lines,
      member,
      from_cart,
      with_points,
      last,
      done,
      pickup_code,
      add,
      setMember,
      setWithPoints,
      takeCart,
      setQuantity: (line, quantity) => {
        if (quantity < line.quantity) setLast({ text: w.removed(name(line)), lines })
        setLines(withCount(lines, line.variant_id, quantity))
      },
      undo: () => {
        if (last) setLines(last.lines)
        setLast(null)
      },
      finish: (order) => {
        setDone(order)
        setLines([])
        chooseMember(null)
        setFromCart(false)
        setWithPoints(false)
        setLast(null)
      },
    }),
    [lines, member, from_cart, with_points, last, done, pickup_code, add, setMember, takeCart, w, name],
  )
  return <SaleContext value={sale}>{children}</SaleContext>
}

/** What is scanned beside a receipt belongs to the next sale: its screen comes by itself. */
function useNextSale(begun: boolean): void {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (begun && pathname.startsWith('/receipts')) void navigate('/')
  }, [begun, pathname, navigate])
}

type Hears = Pick<Sale, 'add' | 'setMember' | 'takeCart'> & { setPickupCode: (code: string) => void }

/** Goods, a member's card, a hand-over code or a pickup code: the reader may read any of them on any screen. */
function useScans({ add, setMember, takeCart, setPickupCode }: Hears): void {
  const w = useWords()
  const text = useText()
  const say = useToast()
  const { pathname } = useLocation()
  useScanner(async (code) => {
    try {
      if (/^\d{6}$/.test(code)) {
        if (pathname === '/queue') setPickupCode(code)
        else takeCart(await take(api.POST('/v1/carts/hand-overs', { body: { code } })))
      } else {
        const goods = await goodsOf(code)
        if (goods) add(fromScan(goods))
        else if (/^\d{8}(\d{4,6})?$/.test(code) && !code.startsWith('29')) throw new Error('no such goods')
        else {
          const found = await memberOf(code)
          const { scan_id, may_spend, profile_id, customer_id, name: shown } = found
          setMember({ profile_id, customer_id, name: shown, ...(may_spend ? { scan_id } : {}) })
          say(w.memberRead(found.name ?? ''))
        }
      }
      chime('good')
    } catch (thrown) {
      chime('bad')
      const refused = refusalOf(thrown)
      const known = refused.status > 0 && refused.status < 500
      say(known || refused.status === 0 ? text(refused.text) : w.unknownCode(code), { tone: 'refused' })
    }
  })
}

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { newKey } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { useName } from '../../kit/naming.ts'
import type { HandedOver } from '../../kit/shapes.ts'
import { type Said, unsaid, useGiving } from '../gifts/giving.ts'
import { fact, keepFact } from '../offline/db.ts'
import type { Paper } from '../offline/shapes.ts'
import { useWords } from '../words.ts'
import { couponsOfCart, withCoupon } from './coupons.ts'
import { stillThere } from './discounts.ts'
import { linesOfCart, renewed, withCount, withMore } from './lines.ts'
import { useScans } from './scans.ts'
import type { HandDiscount, Member, Parked, SaleCoupon, SaleLine, Yes } from './shapes.ts'

/** What this sale belongs to: a hold it ends, an order it goes along with. */
export type Ties = { hold_id?: string; with_order_id?: string; number?: string }
type Off = { discounts: HandDiscount[]; yes: Yes | null; coupons: SaleCoupon[] }
const nothingOff: Off = { discounts: [], yes: null, coupons: [] }
const offOf = ({ discounts = [], yes = null, coupons = [] }: Parked): Off => ({ discounts, yes, coupons })
type Last = { text: string; lines: SaleLine[] }
type Sale = {
  lines: SaleLine[]
  member: Member | null
  from_cart: boolean
  with_points: boolean
  eat_in: boolean
  ties: Ties
  /** Taken off by hand, and the yes it has. */
  discounts: HandDiscount[]
  yes: Yes | null
  coupons: SaleCoupon[]
  /** What goes with the pieces when they are given. */
  said: Said
  last: Last | null
  done: Paper | null
  pickup_code: string | null
  parked: Parked[]
  add: (line: SaleLine | null) => void
  setQuantity: (line: SaleLine, quantity: number) => void
  undo: () => void
  setMember: (member: Member | null) => void
  setWithPoints: (wanted: boolean) => void
  setEatIn: (wanted: boolean) => void
  setPickupCode: (code: string) => void
  tie: (ties: Ties) => void
  setSaid: (said: Said) => void
  setDiscounts: (discounts: HandDiscount[], yes: Yes | null) => void
  /** Put a coupon on the sale; one of an offer that is there already changes nothing. */
  addCoupon: (coupon: SaleCoupon) => void
  takeOffCoupon: (code: string) => void
  takeCart: (handed: HandedOver) => Promise<void>
  park: () => void
  resume: (id: string) => void
  /** Look at the goods of the lines anew: a price has changed. */
  renew: () => Promise<void>
  finish: (paper: Paper) => void
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
  const giving = useGiving()
  const [lines, setLines] = useState<SaleLine[]>([])
  const [member, chooseMember] = useState<Member | null>(null)
  const [from_cart, setFromCart] = useState(false)
  const [with_points, setWithPoints] = useState(false)
  const [eat_in, setEatIn] = useState(false)
  const [ties, tie] = useState<Ties>({})
  const [off, setOff] = useState<Off>(nothingOff)
  const [said, setSaid] = useState(unsaid)
  const discounts = useMemo(() => stillThere(lines, off.discounts), [lines, off])
  const [last, setLast] = useState<Last | null>(null)
  const [done, setDone] = useState<Paper | null>(null)
  const [pickup_code, setPickupCode] = useState<string | null>(null)
  const [parked, setParked] = useParked()

  const add = useCallback(
    (line: SaleLine | null) => {
      if (!line) return
      setDone(null)
      setLines((before) => {
        setLast({ text: w.added(name(line.good)), lines: before })
        return withMore(before, line)
      })
    },
    [w, name],
  )
  const setQuantity = useCallback(
    (line: SaleLine, quantity: number) =>
      setLines((before) => {
        if (quantity < line.quantity) setLast({ text: w.removed(name(line.good)), lines: before })
        return withCount(before, line.variant_id, quantity)
      }),
    [w, name],
  )
  const setMember = useCallback((found: Member | null) => {
    setDone(null)
    setFromCart(false)
    setWithPoints(false)
    tie({})
    chooseMember(found)
  }, [])
  const empty = useCallback(() => {
    setLines([])
    chooseMember(null)
    setFromCart(false)
    setWithPoints(false)
    setEatIn(false)
    tie({})
    setOff(nothingOff)
    setSaid(unsaid)
    setLast(null)
  }, [])
  const takeCart = useCallback(
    async (handed: HandedOver) => {
      const [taken, coupons] = await Promise.all([linesOfCart(handed.cart.lines), couponsOfCart(handed)])
      setDone(null)
      setLast({ text: w.cartTaken, lines: [] })
      setLines((before) => taken.reduce(withMore, before))
      chooseMember({ profile_id: handed.profile_id, customer_id: null, name: handed.customer.name })
      setFromCart(true)
      setOff((before) => ({ ...before, coupons: coupons.reduce(withCoupon, before.coupons) }))
      // The gift desk takes her cart as it is.
      if (!giving) void navigate('/')
    },
    [w, navigate, giving],
  )
  const addCoupon = useCallback((coupon: SaleCoupon) => {
    setDone(null)
    setOff((before) => ({ ...before, coupons: withCoupon(before.coupons, coupon) }))
  }, [])
  useKeptSale({ lines, member, ...off }, (kept) => {
    setLines(kept.lines)
    chooseMember(kept.member)
    setOff(offOf(kept))
  })
  useScans({ add, setMember, takeCart, setPickupCode, addCoupon, buyer: member?.profile_id ?? null })
  useNextSale(lines.length > 0 || member !== null)

  const sale = useMemo<Sale>(
    () => ({
      lines,
      member,
      from_cart,
      with_points,
      eat_in,
      ties,
      discounts,
      yes: off.yes,
      coupons: off.coupons,
      said,
      last,
      done,
      pickup_code,
      parked,
      add,
      setMember,
      setWithPoints,
      setEatIn,
      setPickupCode,
      tie,
      setSaid,
      setDiscounts: (next, yes) => setOff({ ...off, discounts: next, yes }),
      addCoupon,
      takeOffCoupon: (code) => setOff({ ...off, coupons: off.coupons.filter((each) => each.code !== code) }),
      takeCart,
      setQuantity,
      undo: () => {
        if (last) setLines(last.lines)
        setLast(null)
      },
      park: () => {
        if (lines.length === 0) return
        setParked([...parked, { id: newKey(), at: nowIso(), lines, member, ...off }])
        empty()
      },
      resume: (id) => {
        const found = parked.find((each) => each.id === id)
        if (!found) return
        const others = parked.filter((each) => each !== found)
        // What is in the way is put aside in its turn.
        setParked(lines.length > 0 ? [...others, { id: newKey(), at: nowIso(), lines, member, ...off }] : others)
        empty()
        setDone(null)
        setLines(found.lines)
        chooseMember(found.member)
        setOff(offOf(found))
      },
      renew: async () => setLines(await renewed(lines)),
      finish: (paper) => {
        setDone(paper)
        empty()
      },
    }),
    [
      lines,
      member,
      from_cart,
      with_points,
      eat_in,
      ties,
      discounts,
      off,
      said,
      last,
      done,
      pickup_code,
      parked,
      add,
      setQuantity,
      setMember,
      addCoupon,
      takeCart,
      empty,
      setParked,
    ],
  )
  return <SaleContext value={sale}>{children}</SaleContext>
}

/** The sale under way outlives a reload; what was put aside, a night. */
function useKeptSale(now: Omit<Parked, 'id' | 'at'>, restore: (kept: Parked) => void): void {
  const { lines, member, discounts = [], yes = null, coupons = [] } = now
  const read = useRef(false)
  const put = useRef(restore)
  useEffect(() => {
    void fact('sale').then((kept) => {
      if (kept && kept.lines.length > 0) put.current(kept)
      read.current = true
    })
  }, [])
  useEffect(() => {
    if (read.current) void keepFact('sale', { id: 'now', at: nowIso(), lines, member, discounts, yes, coupons })
  }, [lines, member, discounts, yes, coupons])
}

function useParked() {
  const [parked, show] = useState<Parked[]>([])
  useEffect(() => void fact('parked').then((kept) => show(kept ?? [])), [])
  const set = useCallback((next: Parked[]) => {
    show(next)
    void keepFact('parked', next)
  }, [])
  return [parked, set] as const
}

/** What is scanned beside a receipt belongs to the next sale: its screen comes by itself. */
function useNextSale(begun: boolean): void {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (begun && (pathname.startsWith('/receipts') || pathname.startsWith('/gifts/'))) void navigate('/')
  }, [begun, pathname, navigate])
}

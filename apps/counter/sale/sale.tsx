import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { refusalOf } from '../../kit/problem.ts'
import { chime, useScanner } from '../../kit/scan.ts'
import type { Cart, CartLine, Found, Order, ProductSummary } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { useStaff } from '../staff.ts'
import { useWords } from '../words.ts'
import { findByCard, findByCode } from './find.ts'

export type SaleLine = Pick<
  CartLine,
  'product_id' | 'variant_id' | 'name' | 'options' | 'picture_url' | 'unit_price_yen' | 'quantity' | 'reduced'
>
type Last = { text: string; lines: SaleLine[] }
type Sale = {
  lines: SaleLine[]
  cart_id: string | null
  member: Found | null
  last: Last | null
  done: { order: Order; tendered_yen: number | null } | null
  add: (product: ProductSummary) => void
  setQuantity: (variant_id: string, quantity: number) => void
  undo: () => void
  setMember: (member: Found | null) => void
  takeCart: (cart: Cart, member: Found | null) => void
  finish: (order: Order, tendered_yen: number | null) => void
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
  const text = useText()
  const say = useToast()
  const navigate = useNavigate()
  const { place_id } = useStaff()
  const [lines, setLines] = useState<SaleLine[]>([])
  const [cart_id, setCart] = useState<string | null>(null)
  const [member, setMember] = useState<Found | null>(null)
  const [last, setLast] = useState<Last | null>(null)
  const [done, setDone] = useState<Sale['done']>(null)

  const add = useCallback(
    (product: ProductSummary) => {
      setDone(null)
      setLines((before) => {
        setLast({ text: w.added(text(product.name)), lines: before })
        return withOne(before, product)
      })
    },
    [w, text],
  )
  const onScan = useCallback(
    async (code: string) => {
      try {
        const product = await findByCode(code, place_id)
        if (product) {
          chime('good')
          add(product)
          return
        }
        const found = await findByCard(code)
        if (!found) throw new Error('unknown')
        chime('good')
        setDone(null)
        setMember(found)
        say(w.memberRead(found.name))
      } catch (thrown) {
        chime('bad')
        const refused = refusalOf(thrown)
        say(refused.passing && refused.status === 0 ? text(refused.text) : w.unknownCode(code), { tone: 'refused' })
      }
    },
    [add, place_id, say, text, w],
  )
  useScanner(onScan)

  const sale = useMemo<Sale>(
    () => ({
      lines,
      cart_id,
      member,
      last,
      done,
      add,
      setQuantity: (variant_id, quantity) => {
        const line = lines.find((each) => each.variant_id === variant_id)
        if (!line) return
        if (quantity < line.quantity) setLast({ text: w.removed(text(line.name)), lines })
        setLines(
          quantity > 0
            ? lines.map((each) => (each === line ? { ...line, quantity } : each))
            : lines.filter((each) => each !== line),
        )
      },
      undo: () => {
        if (last) setLines(last.lines)
        setLast(null)
      },
      setMember: (found) => {
        setDone(null)
        setMember(found)
      },
      takeCart: (cart, found) => {
        setDone(null)
        setLast({ text: w.cartTaken, lines })
        setCart(cart.cart_id)
        setLines(cart.lines)
        setMember(found)
        void navigate('/')
      },
      finish: (order, tendered_yen) => {
        setDone({ order, tendered_yen })
        setLines([])
        setCart(null)
        setMember(null)
        setLast(null)
      },
    }),
    [lines, cart_id, member, last, done, add, navigate, text, w],
  )
  return <SaleContext value={sale}>{children}</SaleContext>
}

function withOne(lines: SaleLine[], product: ProductSummary): SaleLine[] {
  const variant_id = product.variant_id
  if (!variant_id) return lines
  if (lines.some((line) => line.variant_id === variant_id)) {
    return lines.map((line) => (line.variant_id === variant_id ? { ...line, quantity: line.quantity + 1 } : line))
  }
  const { product_id, name, picture_url, reduced } = product
  const line = {
    product_id,
    variant_id,
    name,
    options: null,
    picture_url,
    reduced,
    unit_price_yen: product.price_yen,
    quantity: 1,
  }
  return [...lines, line]
}

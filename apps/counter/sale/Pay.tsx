import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { refusalOf } from '../../kit/problem.ts'
import { chime } from '../../kit/scan.ts'
import { useText } from '../../kit/words.ts'
import { queries } from '../api.ts'
import { GiftCardSheet } from '../gift-cards/GiftCardSheet.tsx'
import { useCardWords } from '../gift-cards/words.ts'
import { useDeskWords } from '../gifts/deskWords.ts'
import { useGiving } from '../gifts/giving.ts'
import { useConnected } from '../offline/connection.ts'
import { refreshGoods } from '../offline/goods.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { CashSheet } from './CashSheet.tsx'
import { checkOut } from './checkout.ts'
import { useDiscountWords } from './discountWords.ts'
import { MethodButton } from './MethodButton.tsx'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'
import { TerminalSheet } from './TerminalSheet.tsx'
import type { Tender } from './tender.ts'

/** Tender, amounts within reach, and 会計する at the right thumb. */
export function Pay({ tender }: { tender: Tender }) {
  const w = useWords()
  const { lines, member, setWithPoints } = useSale()
  const connected = useConnected()
  const c = useCardWords()
  const [asking, setAsking] = useState<'cash' | 'terminal' | 'card' | null>(null)
  const pay = usePay(tender)
  const { tendered_yen, cash_yen, terminal, cards, points, points_used } = tender
  const cash = lines.length > 0 && cash_yen > 0
  const whyNot = !connected
    ? w.whenBack
    : !member
      ? w.needMember
      : !member.scan_id
        ? w.needQr
        : points === 0
          ? w.noPoints
          : null
  return (
    <div className="grid gap-2.5">
      {pay.problem && <Notice tone="refused">{pay.problem}</Notice>}
      <div className="grid grid-cols-2 gap-2.5 tablet:grid-cols-4">
        <MethodButton
          icon="register"
          name={w.cash}
          on={terminal.length === 0 || cash_yen > 0}
          onPress={() => tender.reset()}
        />
        <MethodButton
          icon="wallet"
          name={
            terminal.length > 0 ? w.cardTaken(yen(terminal.reduce((sum, part) => sum + part.amount_yen, 0))) : w.card
          }
          on={terminal.length > 0}
          onPress={() => cash && setAsking('terminal')}
        />
        <MethodButton
          icon="stamp"
          name={points_used > 0 ? w.usingPoints(figure(points_used)) : w.usePoints}
          on={points_used > 0}
          whyNot={whyNot}
          onPress={() => setWithPoints(points_used === 0)}
        />
        <MethodButton
          icon="gift"
          name={cards.length > 0 ? c.paid(yen(cards.reduce((sum, part) => sum + part.amount_yen, 0))) : c.pay}
          on={cards.length > 0}
          whyNot={connected ? null : w.whenBack}
          onPress={() => cash && setAsking('card')}
        />
      </div>
      <div className="grid auto-rows-[3.25rem] grid-cols-4 tablet:auto-rows-[4.5rem] gap-2.5 *:last:col-span-full tablet:grid-cols-[1fr_1fr_1fr_4.5rem_1.35fr] tablet:*:last:col-span-1">
        {amountsFor(Math.max(cash_yen, 0)).map(({ id, amount, exact }) => (
          <Button
            key={id}
            look={cash && tendered_yen === amount ? 'selected' : 'outline'}
            className="!px-1 !text-18"
            isDisabled={!cash}
            onPress={() => tender.setTendered(amount)}
          >
            {exact ? w.exact : yen(amount)}
          </Button>
        ))}
        <Button
          look="outline"
          icon="keypad"
          aria-label={w.other_yen}
          className="!px-0"
          isDisabled={!cash}
          onPress={() => setAsking('cash')}
        />
        <Button
          className="!px-2 !text-22 tablet:flex-col tablet:!gap-0 desk:flex-row"
          isDisabled={!pay.ready || pay.busy}
          onPress={pay.run}
        >
          {pay.busy ? w.paying : w.pay}
          {pay.ready && <span className="figures desk:hidden">{yen(tender.due_yen)}</span>}
        </Button>
      </div>
      <CashSheet open={asking === 'cash'} onClose={() => setAsking(null)} onAmount={tender.setTendered} />
      <TerminalSheet
        open={asking === 'terminal'}
        due_yen={cash_yen}
        onClose={() => setAsking(null)}
        onPaid={tender.payAtTerminal}
      />
      <GiftCardSheet
        open={asking === 'card'}
        due_yen={cash_yen}
        onClose={() => setAsking(null)}
        onPaid={tender.payByCard}
      />
    </div>
  )
}

function usePay(tender: Tender) {
  const w = useWords()
  const text = useText()
  const navigate = useNavigate()
  const till = useTill()
  const d = useDiscountWords()
  const g = useDeskWords()
  const giving = useGiving()
  const connected = useConnected()
  const { lines, member, from_cart, eat_in, ties, discounts, yes, said, finish, renew } = useSale()
  const { quote, unpriced, needs_yes, coupons } = useSums()
  const act = useAct(async (key) => {
    if (!quote) return
    const { points_used, terminal, cards, cash_yen, tendered_yen } = tender
    const sale = {
      till,
      lines,
      quote,
      member,
      from_cart,
      eat_in,
      ties,
      discounts,
      yes,
      coupons,
      giving: giving ? said : null,
    }
    try {
      const paper = await checkOut({ ...sale, points_used, terminal, cards, cash_yen, tendered_yen }, key)
      chime('good')
      finish(paper)
      tender.reset()
      void queries.invalidateQueries({ queryKey: ['points'] })
      void queries.invalidateQueries({ queryKey: ['goods'] })
      await navigate(giving ? `/gifts/${paper.order_id}` : `/receipts/${paper.number}`)
    } catch (thrown) {
      chime('bad')
      const { code } = refusalOf(thrown)
      if (code.startsWith('promotions.')) await queries.invalidateQueries({ queryKey: ['coupon'] })
      if (['orders.total_changed', 'orders.price_stale', 'orders.not_on_sale'].includes(code)) {
        await refreshGoods()
        await queries.invalidateQueries({ queryKey: ['rules'] })
        await queries.invalidateQueries({ queryKey: ['offers'] })
        await renew()
      }
      throw thrown
    }
  })
  return {
    run: () => void act.run(),
    busy: act.busy,
    ready: quote !== null && tender.enough && !needs_yes && (!giving || connected),
    problem: unpriced
      ? w.unpriced
      : needs_yes
        ? d.needsYes
        : act.refused
          ? text(act.refused.text)
          : giving && !connected
            ? g.online
            : null,
  }
}

/** The exact sum and the two notes a customer is likely to hold out. */
function amountsFor(to_pay_yen: number) {
  const up = (note: number) => (Math.floor(to_pay_yen / note) + 1) * note
  const [first = 1000, second = first + 10_000] = [...new Set([up(1000), up(5000), up(10_000)])]
  return [
    { id: 'exact', amount: to_pay_yen, exact: true },
    { id: 'first', amount: first, exact: false },
    { id: 'second', amount: second, exact: false },
  ]
}

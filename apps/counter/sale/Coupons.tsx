import { IconButton } from '../../kit/Button.tsx'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { CouponOnSale } from './couponsOnSale.ts'
import { useOfferWords } from './offerWords.ts'
import { useSale } from './sale.tsx'
import { useSums } from './sums.ts'
import { useWhyNot } from './whyNot.ts'

/** The coupons she showed: what each gives, or why it does not yet; each goes with one touch. */
export function Coupons() {
  const { coupons } = useSums()
  return (
    <ul className="divide-y divide-line border-line not-empty:border-b">
      {coupons.map((coupon) => (
        <Coupon key={coupon.code} coupon={coupon} />
      ))}
    </ul>
  )
}

function Coupon({ coupon: { code, shown, given, why_not } }: { coupon: CouponOnSale }) {
  const o = useOfferWords()
  const name = useName()
  const whyNot = useWhyNot()
  const { takeOffCoupon } = useSale()
  const called = name(shown.offer)
  return (
    <li className="ui flex min-h-14 items-center gap-3">
      <Icon name={given ? 'check' : 'dash'} size={20} className={given ? 'text-green' : 'text-ink-3'} />
      <span className="min-w-0 grow">
        <b className="block truncate text-14">{called}</b>
        {!given && why_not && <span className="block text-14 text-ink-2">{whyNot(why_not)}</span>}
      </span>
      {given && <Worth given={given} />}
      <IconButton
        icon="close"
        size={18}
        label={o.takeOff(called)}
        className="-mr-3 !text-ink-2"
        onPress={() => takeOffCoupon(code)}
      />
    </li>
  )
}

/** What an offer gives: yen off, or points. */
export function Worth({ given }: { given: NonNullable<CouponOnSale['given']> }) {
  const o = useOfferWords()
  return (
    <span className="figures ml-auto shrink-0 text-14 font-bold">
      {given.yen > 0 && <span className="text-vermilion">{o.off(yen(given.yen))}</span>}
      {given.points > 0 && <span className="text-wood">{o.points(figure(given.points))}</span>}
    </span>
  )
}

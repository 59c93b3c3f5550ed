import type { ReactNode } from 'react'
import { yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { TillSession } from '../../kit/shapes.ts'
import { percent } from '../../kit/tax.ts'
import { useDrawerWords } from './words.ts'

/** What was sold, by tax and by method; sums of money only, nothing of what should lie in the drawer. */
export function Figures({ figures }: { figures: TillSession['figures'] }) {
  const w = useDrawerWords()
  const name = useName()
  return (
    <dl className="ui figures grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-14">
      <Fact name={`${w.sales}　${w.receipts(String(figures.receipts))}`} value={yen(figures.sales_yen)} strong />
      {figures.discount_yen > 0 && <Fact name={w.discounts} value={`−${yen(figures.discount_yen)}`} />}
      {figures.by_hand?.map((each) => (
        <Fact key={each.reason} name={w.byHand(name(each), String(each.times))} value={`−${yen(each.yen)}`}>
          {each.approved_yen > 0 && (
            <span className="block text-12">{w.approved(String(each.approved_times), yen(each.approved_yen))}</span>
          )}
        </Fact>
      ))}
      {figures.returns > 0 && (
        <Fact name={`${w.returns}　${w.receipts(String(figures.returns))}`} value={`−${yen(figures.returns_yen)}`} />
      )}
      {figures.taxes.length > 0 && <Rule />}
      {figures.taxes.map((tax) => (
        <Fact
          key={`${tax.rate_num}/${tax.rate_den}`}
          name={`${w.taxed(percent(tax))}　${w.tax(yen(tax.tax_yen - tax.returned_tax_yen))}`}
          value={yen(tax.taxable_yen - tax.returned_yen)}
        />
      ))}
      {figures.payments.length > 0 && <Rule />}
      {figures.payments.map((each) => (
        <Fact key={each.method} name={w.method(each.method)} value={yen(each.taken_yen)}>
          {each.given_yen > 0 && <span className="block text-12">{`${w.given} −${yen(each.given_yen)}`}</span>}
        </Fact>
      ))}
    </dl>
  )
}

type FactProps = { name: string; value: string; strong?: boolean; children?: ReactNode }

/** One line of a till's paper: what, and how much. */
export function Fact({ name, value, strong = false, children }: FactProps) {
  return (
    <>
      <dt className={strong ? 'font-bold' : 'text-ink-2'}>{name}</dt>
      <dd className={`text-right ${strong ? 'text-16 font-bold' : ''}`}>
        {value}
        {children}
      </dd>
    </>
  )
}

function Rule() {
  return <div className="col-span-2 my-1 border-t border-dashed border-control" role="presentation" />
}

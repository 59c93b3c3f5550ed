import { Link } from 'react-router'
import { figure, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Order } from '../../kit/shapes.ts'
import { useAllStaff } from '../house/useAllStaff.ts'
import { useOrderWords } from './words.ts'

/** What was bought, with tax once per rate as the receipt has it. */
export function Lines({ order }: { order: Order }) {
  const w = useOrderWords()
  const discount = order.discount_yen
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.lines}</h2>
      <table className="ui figures w-full overflow-hidden rounded-12 border border-line bg-surface text-14">
        <thead className="bg-sunk text-12 text-ink-2">
          <tr className="*:px-4 *:py-2 *:text-right *:font-normal">
            <th className="!text-left">{w.goods}</th>
            <th>{w.unit}</th>
            <th>{w.quantity}</th>
            <th>{w.amount}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {order.lines.map((line) => (
            <tr key={line.line_no} className="*:px-4 *:py-2.5 *:text-right">
              <th scope="row" className="!text-left font-normal">
                {line.variant_id ? (
                  <Link to={`/products?q=${line.gtin ?? encodeURIComponent(line.name)}`} className="hover:text-indigo">
                    {line.name}
                  </Link>
                ) : (
                  line.name
                )}
                {line.reduced && ' ※'}
                {line.discount_yen > 0 && (
                  <span className="block text-12 text-vermilion">
                    {w.discount} {yen(-line.discount_yen)}
                  </span>
                )}
              </th>
              <td>{yen(line.unit_yen)}</td>
              <td>{figure(line.quantity)}</td>
              <td className="font-bold">{yen(line.amount_yen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t border-control">
          {order.discounts.map((given, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a placed order's discounts never change their order
            <Given key={at} given={given} />
          ))}
          {discount > 0 && (
            <tr className="*:px-4 *:pt-2.5 *:text-right">
              <td colSpan={3} className="text-ink-2">
                {w.discount}
              </td>
              <td className="text-vermilion">{yen(-discount)}</td>
            </tr>
          )}
          <tr className="*:px-4 *:py-2.5 *:text-right">
            <td colSpan={3} className="text-12 text-ink-2">
              {order.taxes
                .map((tax) =>
                  w.taxOf(figure((tax.rate_num / tax.rate_den) * 100), yen(tax.taxable_yen), yen(tax.tax_yen)),
                )
                .join('　')}
              {order.lines.some((line) => line.reduced) && `　${w.reducedNote}`}
            </td>
            <td className="text-18 font-bold">{yen(order.total_yen)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

// What was taken off for a reason: who did, and who said yes.
function Given({ given }: { given: Order['discounts'][number] }) {
  const w = useOrderWords()
  const name = useName()
  const staff = useAllStaff()
  const who = (staff_id: string | null) => staff.find((each) => each.staff_id === staff_id)?.display_name
  const [asked, approved] = [who(given.asked_by), who(given.approved_by)]
  return (
    <tr className="text-12 text-ink-2 *:px-4 *:pt-2 *:text-right">
      <td colSpan={3}>
        {name(given)}
        {given.percent !== null && ` ${given.percent}%`}
        {asked && `　${w.discountBy(asked)}`}
        {approved && `　${w.approvedBy(approved)}`}
      </td>
      <td>{yen(-given.yen)}</td>
    </tr>
  )
}

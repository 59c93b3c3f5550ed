import { Link } from 'react-router'
import { yen } from '../../kit/format.ts'
import { Price } from '../../kit/Money.tsx'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import type { CartLine } from '../../kit/shapes.ts'
import { useWords } from '../words.ts'

type Props = { line: CartLine; busy: boolean; onQuantity: (quantity: number) => void }

/** One thing in the cart: what, how many, how much, and a word when only few are left or it is no longer sold. */
export function Line({ line, busy, onQuantity }: Props) {
  const w = useWords()
  const name = useName()
  return (
    <li className="grid grid-cols-[4.5rem_1fr_auto] gap-x-3 py-3.5">
      <Link to={`/products/${line.product_id}`} className="row-span-2" tabIndex={-1} aria-hidden="true">
        <Picture src={pictureUrl(line.picture_id)} className="size-18 rounded-6 p-1" />
      </Link>
      <div className="ui min-w-0">
        <Link to={`/products/${line.product_id}`} className="text-14">
          {name(line)} {optionsText(line.options)}
        </Link>
        {!line.sold ? (
          <span className="block text-12 text-vermilion">{w.notOnSale}</span>
        ) : line.stock !== 'many' ? (
          <StockMark stock={line.stock} left={line.left} className="block text-12" />
        ) : (
          <span className="block text-12 text-ink-2">
            <Price amount_yen={line.unit_yen} reduced={line.reduced} className="!font-normal" />
          </span>
        )}
        {line.added_by === 'staff' && <span className="block text-12 text-ink-3">{w.addedByStaff}</span>}
      </div>
      <b className="figures text-16">{yen(line.amount_yen)}</b>
      <div className="col-start-2">
        <Stepper
          value={line.quantity}
          disabled={busy}
          max={Math.max(line.left ?? 99, line.quantity)}
          onChange={onQuantity}
        />
      </div>
    </li>
  )
}

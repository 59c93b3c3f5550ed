import { Link } from 'react-router'
import { yen } from '../../kit/format.ts'
import { Price } from '../../kit/Money.tsx'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import { StockMark } from '../../kit/StockMark.tsx'
import type { CartLine, Place } from '../../kit/shapes.ts'
import { useCartWords } from './cartWords.ts'

type Props = { line: CartLine; place: Place | null; busy: boolean; onQuantity: (quantity: number) => void }

/** One thing in the cart: what, how many, how much, and a word when only few are left where it is received, or it is no longer sold. */
export function Line({ line, place, busy, onQuantity }: Props) {
  const w = useCartWords()
  const name = useName()
  const ahead = line.way === 'order_ahead'
  return (
    <li className="grid grid-cols-[4.5rem_1fr_auto] gap-x-3 py-3.5">
      <Link to={`/products/${line.product_id}`} className="row-span-2" tabIndex={-1} aria-hidden="true">
        <Picture src={pictureUrl(line.picture_id)} className="size-18 rounded-6 p-1" />
      </Link>
      <div className="ui min-w-0">
        <Link to={`/products/${line.product_id}`} className="text-14">
          {name(line)} {optionsText(line.options)}
        </Link>
        {line.sold && (
          <span className="block text-12 text-ink-2">
            <Price amount_yen={line.unit_yen} reduced={line.reduced} className="!font-normal" />
          </span>
        )}
        {!line.sold ? (
          <span className="block text-12 text-vermilion">{w.notOnSale}</span>
        ) : (
          // What is ordered ahead may be made when ordered: no shelf has it.
          line.stock !== 'many' &&
          !ahead && (
            <span className="block text-12">
              <StockMark stock={line.stock} left={line.left} />{' '}
              {place && <span className="text-ink-2">{name(place)}</span>}
            </span>
          )
        )}
        {line.added_by === 'staff' && <span className="block text-12 text-ink-2">{w.addedByStaff}</span>}
      </div>
      <b className="figures text-16">{yen(line.amount_yen)}</b>
      <div className="col-start-2">
        <Stepper
          value={line.quantity}
          disabled={busy}
          max={ahead ? 99 : Math.max(line.left ?? 99, line.quantity)}
          onChange={onQuantity}
        />
      </div>
    </li>
  )
}

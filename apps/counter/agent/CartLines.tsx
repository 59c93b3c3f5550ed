import { yen } from '../../kit/format.ts'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import type { CartLine } from '../../kit/shapes.ts'

type Props = { lines: readonly CartLine[]; onQuantity: (variant_id: string, quantity: number) => Promise<void> }

/** What is in her cart, with the price of now. */
export function CartLines({ lines, onQuantity }: Props) {
  const name = useName()
  return (
    <ul className="divide-y divide-line rounded-12 border border-line bg-surface px-4">
      {lines.map((line) => (
        <li key={line.variant_id} className="ui flex items-center gap-4 py-3">
          <Picture src={pictureUrl(line.picture_id)} className="size-16 shrink-0 rounded-6 p-1" />
          <span className="grow text-16">
            {name(line)} {optionsText(line.options)}
            <span className="figures block text-14 text-ink-2">
              {yen(line.unit_yen)}
              {line.reduced && ' ※'}
            </span>
          </span>
          <Stepper value={line.quantity} onChange={(quantity) => void onQuantity(line.variant_id, quantity)} />
          <b className="figures w-24 text-right text-18">{yen(line.unit_yen * line.quantity)}</b>
        </li>
      ))}
    </ul>
  )
}

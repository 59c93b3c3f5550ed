import { yen } from '../../kit/format.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { OrderLine } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'

/** What was ordered, as it was priced then. */
export function Lines({ lines }: { lines: OrderLine[] }) {
  const text = useText()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <li key={line.line_id} className="flex items-center gap-3 py-3">
          <Picture src={line.picture_url} className="size-14 shrink-0 rounded-6 p-1" />
          <span className="ui min-w-0 grow text-14">
            {text(line.name)} {line.options && text(line.options)}
            <span className="figures block text-12 text-ink-2">
              {yen(line.unit_price_yen)} × {line.quantity}
              {line.reduced && ' ※'}
            </span>
          </span>
          <b className="figures text-14">{yen(line.amount_yen)}</b>
        </li>
      ))}
    </ul>
  )
}

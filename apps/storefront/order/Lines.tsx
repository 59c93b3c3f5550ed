import { yen } from '../../kit/format.ts'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { OrderLine } from '../../kit/shapes.ts'
import type { Goods } from './goods.ts'
import { isGiven } from './states.ts'

type Line = Pick<OrderLine, 'line_no' | 'variant_id' | 'name' | 'unit_yen' | 'quantity' | 'reduced' | 'amount_yen'>

/** What was ordered, as it was priced then. */
export function Lines({ lines, goods }: { lines: readonly Line[]; goods: Goods }) {
  const name = useName()
  const given = isGiven({ lines })
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map((line) => {
        const good = line.variant_id ? goods[line.variant_id] : undefined
        return (
          <li key={line.line_no} className="flex items-center gap-3 py-3">
            <Picture src={pictureUrl(good?.picture_id)} className="size-14 shrink-0 rounded-6 p-1" />
            <span className="ui min-w-0 grow text-14">
              {name({ name: line.name, name_en: good?.name_en ?? null })} {optionsText(good?.options)}
              <span className="figures block text-12 text-ink-2">
                {given ? '' : `${yen(line.unit_yen)} `}× {line.quantity}
                {line.reduced && !given && ' ※'}
              </span>
            </span>
            {!given && <b className="figures text-14">{yen(line.amount_yen)}</b>}
          </li>
        )
      })}
    </ul>
  )
}

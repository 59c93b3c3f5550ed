import { yen } from '../kit/format.ts'
import { useName } from '../kit/naming.ts'
import type { Display } from '../kit/shapes.ts'
import { useWords } from './words.ts'

/** Price tags at the edge of the veranda, under the goods that stand on it. */
export function Tags({ goods }: { goods: Display['goods'] }) {
  const w = useWords()
  const name = useName()
  return (
    <ul className="grid grid-cols-3 gap-[calc(var(--u)*24)]">
      {goods.map((product) => (
        <li
          key={product.product_id}
          className="ui figures grid content-center gap-[calc(var(--u)*6)] rounded-12 bg-white px-[calc(var(--u)*12)] py-[calc(var(--u)*14)] text-center text-[calc(var(--u)*26)] text-black"
        >
          <span className="line-clamp-1">{name(product)}</span>
          <span className="whitespace-nowrap">
            <b className="text-[calc(var(--u)*40)]">{yen(product.price_yen)}</b>
            <span className="text-[calc(var(--u)*20)] text-[#5b5348]">
              {w.taxIncluded}
              {product.reduced && '※'}
            </span>
          </span>
          <span className={product.stock === 'many' ? 'text-[#47652f]' : 'text-[#8a5c00]'}>
            <span aria-hidden="true">{product.stock === 'many' ? '◎' : '△'} </span>
            {product.stock === 'many' ? w.many : product.left === null ? w.fewUnknown : w.few(String(product.left))}
          </span>
        </li>
      ))}
    </ul>
  )
}

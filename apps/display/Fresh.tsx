import { pictureUrl, useName } from '../kit/naming.ts'
import { Picture } from '../kit/Picture.tsx'
import type { Display } from '../kit/shapes.ts'
import { useWords } from './words.ts'

const SHOWN = 6

/** While nobody is called: what came in last. */
export function Fresh({ shown }: { shown: Display }) {
  const w = useWords()
  const name = useName()
  return (
    <>
      <h2 className="mt-[calc(var(--u)*40)] text-[calc(var(--u)*56)]">{w.fresh}</h2>
      <ul className="mt-[calc(var(--u)*24)] grid grid-cols-3 gap-[calc(var(--u)*24)]">
        {shown.goods.slice(0, SHOWN).map((product) => (
          <li key={product.product_id} className="ui grid justify-items-center gap-[calc(var(--u)*10)] text-center">
            <Picture
              src={pictureUrl(product.picture_id)}
              className="size-[calc(var(--u)*190)] rounded-12 p-[calc(var(--u)*14)]"
            />
            <span className="line-clamp-1 text-[calc(var(--u)*24)] font-bold">{name(product)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

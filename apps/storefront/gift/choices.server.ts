import { type Api, takeIfAny } from '../../kit/client.ts'
import type { CartLine } from '../../kit/shapes.ts'

const MOST = 49

/** What may be taken instead of each thing: other colours and sizes of the same product at the same price. */
export async function choicesOf(api: Api, lines: readonly CartLine[]): Promise<Record<string, string[]>> {
  const product_ids = [...new Set(lines.flatMap(({ product_id }) => product_id ?? []))]
  const products = await Promise.all(
    product_ids.map((product_id) =>
      takeIfAny(api.GET('/v1/desk/products/{product_id}', { params: { path: { product_id } } })),
    ),
  )
  const variants = products.flatMap((product) => (product ? [product.variants] : []))
  return Object.fromEntries(
    lines.map(({ variant_id }) => {
      const all = variants.find((list) => list.some((each) => each.variant_id === variant_id)) ?? []
      const yen = all.find((each) => each.variant_id === variant_id)?.yen
      const others = all.filter((each) => each.variant_id !== variant_id && each.yen === yen)
      return [variant_id, others.map((each) => each.variant_id).slice(0, MOST)]
    }),
  )
}

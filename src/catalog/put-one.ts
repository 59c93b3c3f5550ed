import { type Detail, detailOr404 } from '#catalog/detail'
import { type ProductInput, putProducts } from '#catalog/products'
import type { RowProblem } from '#catalog/resources'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { Problem } from '#core/problem'

/** Write one product and read it back; what is wrong with it is a refusal (422, or 409 when a code is taken). */
export async function putOne(tx: Tx, actor: Actor, body: ProductInput): Promise<Detail> {
  const { rows, problems } = await putProducts(tx, actor, [body])
  if (problems[0]) throw asProblem(problems[0])
  return detailOr404(tx, rows[0]?.product_id as string, { channel: 'ec' }, true)
}

function asProblem({ code, field, messages }: RowProblem): Problem {
  return new Problem(code, code.endsWith('_taken') ? 409 : 422, messages, { field })
}

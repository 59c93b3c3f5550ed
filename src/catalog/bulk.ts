import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { type ProductInput, putProducts, type Written } from '#catalog/products'
import { productBody, type RowProblem, uuid } from '#catalog/resources'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'

const row = Compile(
  Type.Object({ ...productBody.properties, product_id: Type.Optional(uuid) }, { additionalProperties: false }),
)

/** Write a list as it came: each row is judged by itself, so that one bad row does not cost the other 499. */
export async function putMany(tx: Tx, actor: Actor, list: readonly unknown[]): Promise<Written> {
  const good: { at: number; input: ProductInput }[] = []
  const malformed: RowProblem[] = []
  for (const [at, item] of list.entries()) {
    if (row.Check(item)) good.push({ at, input: item })
    else malformed.push({ row: at, ...firstError(item) })
  }
  const written = await putProducts(
    tx,
    actor,
    good.map(({ input }) => input),
  )
  // Rows are numbered as they were sent.
  const sent = <T extends { row: number }>(item: T): T => ({ ...item, row: good[item.row]?.at ?? item.row })
  const problems = [...malformed, ...written.problems.map(sent)].toSorted((a, b) => a.row - b.row)
  return { ...written, rows: written.rows.map(sent), problems }
}

function firstError(item: unknown): Omit<RowProblem, 'row'> {
  const [error] = row.Errors(item)
  const params = error?.params as { requiredProperties?: string[]; additionalProperties?: string[] } | undefined
  const path = [
    ...(error?.instancePath ?? '').split('/').filter(Boolean),
    ...(params?.requiredProperties ?? params?.additionalProperties ?? []).slice(0, 1),
  ]
  const field = path.join('.') || 'row'
  return {
    code: 'core.invalid',
    field,
    messages: {
      ja: `入力に誤りがあります（${field}）。`,
      en: `The input is not valid (${field}): ${error?.message ?? ''}.`,
    },
  }
}

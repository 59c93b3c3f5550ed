import type { VariantBody } from '#catalog/resources'
import { RowFault } from '#catalog/row-fault'
import { hashId, id } from '#core/id'
import { fromGtin14, parseGtin } from '#pricing/gtin'

export type VariantRow = {
  variant_id: string
  product_id: string
  external_id: string | null
  gtin: string | null
  options: Record<string, string>
  position: number
  withdrawn_at: string | null
}

/** What rows before this one have claimed: each product once, each code for one variant. */
export type Taken = { products: Set<string>; variants: Set<string>; codes: Map<string, string> }

/** The variants a list means for a product: `all` as listed, `variants` with those that fall out of it as withdrawn. */
export function planVariants(
  product_id: string,
  list: readonly VariantBody[] | undefined,
  own: readonly VariantRow[],
  now: string,
  taken: Taken,
): { variants: VariantRow[]; all: VariantRow[] } {
  if (!list) return { variants: [], all: [] }
  const left = [...own]
  // Codes of this row count for the rows after it only once the whole row has been judged good.
  const codes = new Map<string, string>()
  const said = new Set<string>()
  const all = list.map((body, at): VariantRow => {
    const gtin = body.gtin == null ? body.gtin : checkedGtin(body.gtin, at)
    const matched = match(left, { ...body, gtin }, list.length)
    if (matched) left.splice(left.indexOf(matched), 1)
    else if (body.variant_id && taken.variants.has(body.variant_id))
      throw new RowFault(
        'variant_elsewhere',
        `variants.${at}.variant_id`,
        'このSKUは別の商品のものです。',
        'This variant belongs to another product.',
      )
    const variant: VariantRow = {
      variant_id: matched?.variant_id ?? body.variant_id ?? newVariantId(product_id, { ...body, gtin }, own),
      product_id,
      external_id: body.external_id === undefined ? (matched?.external_id ?? null) : body.external_id,
      gtin: gtin === undefined ? (matched?.gtin ?? null) : gtin,
      options: body.options ?? matched?.options ?? {},
      position: at,
      withdrawn_at: null,
    }
    if (said.has(variant.variant_id))
      throw new RowFault(
        'variant_twice',
        `variants.${at}`,
        '同じSKUが二つあります（色・サイズ・コードのどれかで区別してください）。',
        'The same variant is given twice; tell them apart by options or codes.',
      )
    said.add(variant.variant_id)
    const clash = codesOf(variant).find(
      (code) => (codes.get(code) ?? taken.codes.get(code) ?? variant.variant_id) !== variant.variant_id,
    )
    if (clash?.startsWith('gtin:'))
      throw new RowFault(
        'gtin_taken',
        `variants.${at}.gtin`,
        `JANコード ${variant.gtin} は別の商品で使われています。`,
        `GTIN ${variant.gtin} belongs to another variant.`,
      )
    if (clash)
      throw new RowFault(
        'external_id_taken',
        `variants.${at}.external_id`,
        'この外部IDは別の商品で使われています。',
        'This external id belongs to another variant.',
      )
    for (const code of codesOf(variant)) codes.set(code, variant.variant_id)
    return variant
  })
  const gone = left
    .filter((known) => known.withdrawn_at === null)
    .map((known) => ({ ...known, withdrawn_at: now, position: known.position + list.length }))
  return { variants: [...all, ...gone], all }
}

function match(left: readonly VariantRow[], body: VariantBody, count: number): VariantRow | undefined {
  if (body.variant_id) return left.find((known) => known.variant_id === body.variant_id)
  const options = JSON.stringify(Object.entries(body.options ?? {}).toSorted())
  return (
    left.find((known) => body.external_id != null && known.external_id === body.external_id) ??
    left.find((known) => body.gtin != null && known.gtin === body.gtin) ??
    left.find(
      (known) => JSON.stringify(Object.entries(known.options).toSorted()) === options && !otherCode(known, body),
    ) ??
    (count === 1 && left.length === 1 && body.options === undefined && left[0] && !otherCode(left[0], body)
      ? left[0]
      : undefined)
  )
}

// The same colour and size under another number is another variant.
function otherCode(known: VariantRow, body: VariantBody): boolean {
  return (body.external_id != null && known.external_id !== null) || (body.gtin != null && known.gtin !== null)
}

function newVariantId(product_id: string, body: VariantBody, own: readonly VariantRow[]): string {
  const named = hashId(
    'variant',
    product_id,
    body.external_id ?? body.gtin ?? JSON.stringify(Object.entries(body.options ?? {}).toSorted()),
  )
  return own.some((known) => known.variant_id === named) ? id() : named
}

export function codesOf(variant: Pick<VariantRow, 'gtin' | 'external_id'>): string[] {
  return [
    ...(variant.gtin ? [`gtin:${variant.gtin}`] : []),
    ...(variant.external_id ? [`ext:${variant.external_id}`] : []),
  ]
}

function checkedGtin(text: string, at: number): string {
  try {
    return fromGtin14(parseGtin(text).gtin14)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RowFault(
      'bad_gtin',
      `variants.${at}.gtin`,
      `JANコード「${text}」が正しくありません（桁数またはチェックディジット）。`,
      `GTIN ${text} is not valid (${error.message}).`,
    )
  }
}

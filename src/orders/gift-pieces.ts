/** An order of gifts, piece by piece: each has its own words, its own link, and goods of which there must be a shelf. */
import { sellables } from '#catalog/catalog'
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import type { Piece } from '#gifts/gifts'
import type { Decision } from '#orders/decide'
import type { OrderInput } from '#orders/input'
import type { Asked } from '#orders/wish'
import { priceAt } from '#pricing/price'

const most = 50

/** The pieces of a gift order; undefined of any other. Refuses what cannot be given, and choices that cost or are taxed otherwise. */
export async function piecesOf(
  db: Db,
  { way, gifts }: OrderInput,
  { wish, buyer }: Asked,
  { lines }: Decision,
  now: Date,
): Promise<Piece[] | undefined> {
  if (way !== 'gift') {
    if (gifts)
      refuse('orders.not_gifts', 422, 'ギフトのご注文ではありません。', 'This is no order of gifts.', {
        field: 'gifts',
      })
    return undefined
  }
  if (wish.ordering)
    refuse('orders.gift_account', 422, '掛売ではギフトを贈れません。', 'Gifts are not billed.', { field: 'account_id' })
  if (buyer.walk_in)
    refuse('orders.gift_giver', 422, '贈り主のお客さまを指定してください。', 'Say who gives them.', {
      field: 'profile_id',
    })
  const pieces = lines.flatMap(({ line_no, variant_id, quantity }) =>
    variant_id ? Array.from({ length: quantity }, () => ({ line_no, variant_id })) : [],
  )
  if (pieces.length > most)
    refuse('orders.gift_many', 422, `一度に贈れるのは${most}個までです。`, `At most ${most} gifts at once.`, {
      field: 'lines',
      most,
    })
  if (gifts && gifts.length !== pieces.length)
    refuse('orders.gift_each', 422, 'ギフトの数が商品の数と一致しません。', 'Say of each piece what goes with it.', {
      field: 'gifts',
      pieces: pieces.length,
    })
  await needGivable(
    db,
    wish.channel,
    pieces.map(({ variant_id }, at) => [variant_id, ...(gifts?.[at]?.choices ?? [])]),
    now,
  )
  return pieces.map((piece, at) => ({ ...piece, ...gifts?.[at] }))
}

// Money never moves again: whatever its recipient chooses costs and is taxed as what was paid for.
async function needGivable(db: Db, channel: string, sets: readonly (readonly string[])[], now: Date): Promise<void> {
  const goods = await sellables(db, { variant_ids: [...new Set(sets.flat())] })
  for (const [at, [bought, ...choices]] of sets.entries()) {
    const first = goods.get(bought as string)
    if (!first || first.made)
      refuse('orders.gift_made', 422, 'この商品はギフトにできません。', 'This cannot be given.', { field: 'lines' })
    const price = priceAt(first.prices, now.toISOString(), channel)
    for (const [choice, variant_id] of choices.entries()) {
      const other = goods.get(variant_id)
      const same = other && priceAt(other.prices, now.toISOString(), channel)
      const fits =
        other &&
        same &&
        !other.made &&
        !other.withdrawn &&
        other.tax_category === first.tax_category &&
        same.yen === price?.yen &&
        same.tax_included === price?.tax_included
      if (!fits)
        refuse(
          'orders.gift_choice',
          422,
          '選べるようにできるのは、価格と税率が同じ商品だけです。',
          'Only goods at the same price and tax can be chosen instead.',
          { field: `gifts.${at}.choices.${choice}` },
        )
    }
  }
}

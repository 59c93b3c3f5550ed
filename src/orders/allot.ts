import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { candidatesOf, channelRules, planned, shortNow, takeLines, wasShort } from '#inventory/inventory'
import type { OrderInput } from '#orders/input'
import { type Place, place } from '#stores/stores'

/** Goods taken from several places, or under a channel's own rule: `takes.parts` of the write set. */
export type Parts = {
  channel: string
  parts: { place_id: string; lines: ReturnType<typeof takeLines> }[]
}
/** What of a wish this looks at, and may change: where the goods come from. */
type From = { channel: string; way: string; place: Place; prefecture: string | null; planned?: boolean | undefined }
/** A line as it was decided; what is no goods, or is made when ordered, lies on no shelf. */
type Decided = { variant_id: string | null; quantity: number; made?: boolean }

/**
 * Refuse (409 `inventory.short`) what is wanted from one place when all of it was short a moment ago and is so still: one look
 * answers all who come for it, before anything is priced for them. Whatever else there is to say, `allot` and `take` say.
 */
export async function needLeft(db: Db, wish: From & { lines: readonly Partial<Decided>[] }): Promise<void> {
  const {
    way,
    channel,
    place: { place_id },
  } = wish
  // What is carried away is not promised; what is sent may lie elsewhere.
  if (way === 'carry' || way === 'ship') return
  const named = wish.lines.flatMap(({ variant_id, quantity = 1 }) => (variant_id ? [{ variant_id, quantity }] : []))
  if (named.length === 0 || named.length < wish.lines.length) return
  if (!named.every((line) => wasShort({ place_id, lines: [line] }))) return
  if ((await channelRules(db)).has(channel)) return
  const refused = await shortNow(db, { place_id, lines: takeLines(named) })
  if (refused) throw refused
}

/**
 * Decide where the goods of a wish come from; undefined when they come from `wish.place`, as nearly always. A shipped order that
 * several places could send is planned over them: `wish.place` becomes the first to send. Refuses 409 `inventory.short`.
 */
export async function allot(
  db: Db,
  input: OrderInput,
  wish: From,
  { lines: decided }: { lines: readonly Decided[] },
): Promise<Parts | undefined> {
  if (wish.way === 'carry' || wish.way === 'gift' || wish.way === 'gift_card') return undefined
  const { channel } = wish
  const ruled = (await channelRules(db)).has(channel)
  const senders =
    wish.way === 'ship' && input.place_id !== wish.place.place_id ? await candidatesOf(db, 'ship', channel) : []
  const lines = takeLines(
    decided.flatMap(({ variant_id, quantity, made }) => (variant_id && !made ? [{ variant_id, quantity }] : [])),
  )
  if (lines.length === 0) return undefined
  if (senders.length < 2) return ruled ? { channel, parts: [{ place_id: wish.place.place_id, lines }] } : undefined
  const plan = await planned(db, {
    way: 'ship',
    channel,
    lines,
    to: wish.prefecture ? { prefecture: wish.prefecture } : undefined,
  })
  const [first] = plan.parcels
  if (!first)
    return refuse(
      'inventory.short',
      409,
      '在庫が足りません。代金はいただいていません。',
      'Not enough in stock. You have not been charged.',
      {
        field: 'lines',
        place_id: wish.place.place_id,
        short: plan.short,
      },
    )
  wish.place = await place(db, first.place_id)
  wish.planned = true
  if (plan.parcels.length === 1) return ruled ? { channel, parts: [{ place_id: first.place_id, lines }] } : undefined
  return {
    channel,
    parts: plan.parcels.map((parcel) => ({ place_id: parcel.place_id, lines: takeLines(parcel.lines) })),
  }
}

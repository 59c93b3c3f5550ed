import type { Day, Device, Intention, Looker } from './intention.ts'
import type { Act, Life } from './life.ts'

type Look = Extract<Intention, { kind: 'view' | 'search' }>

/** A browser sends what it saw together, when it has been still for so long. */
const still_ms = 10 * 60_000

/** What is seen on screens in one day: pages, goods put in the cart, visits to a shop. */
export function browsing(life: Life, day: Day): Act[] {
  const acts: Act[] = []
  const open = new Map<string, Look[]>()
  for (const i of day.intentions) {
    if (i.kind === 'view' || i.kind === 'search') {
      const key = nameOf(i.who)
      const seen = open.get(key)
      if (seen && Date.parse(i.at) - Date.parse(seen.at(-1)?.at ?? i.at) < still_ms) seen.push(i)
      else {
        if (seen) acts.push(told(life, seen))
        open.set(key, [i])
      }
    } else if (i.kind === 'cart') acts.push({ at: i.at, who: nameOf(i.who), act: () => putInCart(life, i) })
    else if (i.kind === 'visit') acts.push({ at: i.at, who: i.person, act: () => visit(life, i) })
  }
  for (const seen of open.values()) acts.push(told(life, seen))
  return acts
}

const nameOf = (who: Looker) => ('person' in who ? who.person : who.visitor)
const channelOf = (device: Device) => (device === 'app' ? 'app' : 'web')

/** Whoever looks, by the session her browser holds; a person's deeds make her active. */
function sessionOf(life: Life, who: Looker) {
  if ('visitor' in who) return life.visitor(who.visitor)
  life.tally.active.add(who.person)
  return life.member(who.person)
}

function told(life: Life, seen: Look[]): Act {
  const [first] = seen
  const at = seen.at(-1)?.at ?? ''
  return {
    at,
    who: first ? nameOf(first.who) : '',
    act: async () => {
      if (!first) return
      const events = seen.map((i, n) => {
        const common = { message_id: `${nameOf(i.who)}:${i.at}:${n}`, occurred_at: i.at, channel: channelOf(i.device) }
        if (i.kind === 'search') return { ...common, type: 'Product List Viewed' }
        const product_id = life.opened.goods.product.get(i.product)
        const facts = { product_id, variant_id: life.opened.goods.variant.get(i.gtin) }
        return { ...common, type: 'Product Viewed', subject_kind: 'product', subject_id: product_id, facts }
      })
      await life.api.post(
        '/v1/activity/events',
        { events },
        `look:${nameOf(first.who)}:${at}`,
        await sessionOf(life, first.who),
      )
      life.tally.events += events.length
    },
  }
}

async function putInCart(life: Life, i: Extract<Intention, { kind: 'cart' }>): Promise<void> {
  const who = await sessionOf(life, i.who)
  await life.api.post(
    '/v1/carts/current/items',
    { gtin: i.gtin, quantity: i.quantity },
    `cart:${nameOf(i.who)}:${i.at}:${i.gtin}`,
    who,
  )
}

async function visit(life: Life, i: Extract<Intention, { kind: 'visit' }>): Promise<void> {
  const place_id = life.opened.place.get(i.place)
  const event = {
    message_id: `visit:${i.person}:${i.at}`,
    type: 'Store Visited',
    occurred_at: i.at,
    channel: 'store',
    place_id,
    facts: { by: i.by },
  }
  const who = await sessionOf(life, { person: i.person })
  await life.api.post('/v1/activity/events', { events: [event] }, `visit:${i.person}:${i.at}`, who)
  life.tally.events += 1
}

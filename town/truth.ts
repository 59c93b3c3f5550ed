import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Books } from './books.ts'
import type { Line, Why } from './intention.ts'
import type { Person } from './people.ts'
import type { Plan } from './planner.ts'
import type { Retailer } from './retailer.ts'
import { type scenes, viral_product } from './scenes.ts'
import type { Taste } from './tastes.ts'

/** One purchase as it really was: who, where, and why; each line with its own reason. */
export type Purchase = {
  number: string
  at: string
  record: string | null
  place: string
  channel: string
  lines: readonly Line[]
  why: Why
}
export type LineReason = 'favourite' | 'liked' | 'talked_about' | 'offer' | 'chance'

/** Where the truth is written, apart from the platform, which never reads it. */
export type Truth = { bought(purchase: Purchase): void; close(books: Books): Promise<void> }

/** Nobody asked for the truth. */
export const untold: Truth = { bought: () => {}, close: async () => {} }

/**
 * Write the truth into a folder as NDJSON: `people` (who is who, with her records, home and tastes), `cards` (whose paper card
 * lies where), `purchases` (why), `offers` (both outcomes of everybody: what each offer really changed), `scenes`, `books`.
 */
export function truthIn(folder: string, retailer: Retailer, plan: Plan): Truth {
  mkdirSync(folder, { recursive: true })
  const goods = new Map(retailer.products.flatMap((p) => p.variants.map(({ gtin }) => [gtin, p] as const)))
  const people = new Map(retailer.people.map((one) => [one.code, one]))
  const purchases = sheet(folder, 'purchases')
  const all = [purchases]
  const write = (name: string, rows: Iterable<unknown>) => {
    const one = sheet(folder, name)
    for (const row of rows) one.write(`${JSON.stringify(row)}\n`)
    all.push(one)
  }
  write('people', persons(retailer.people, plan.taste))
  write('cards', retailer.cards)
  write('offers', plan.outcomes)
  write('scenes', plan.scenes)
  return {
    bought({ lines, record, ...purchase }) {
      const person = record === null ? undefined : people.get(record)
      const reasons = lines.map(({ gtin, quantity, discount_yen = 0 }) => {
        const product = goods.get(gtin)
        const why = reason(purchase.why, product, person, plan.taste, discount_yen)
        return { gtin, quantity, discount_yen, why }
      })
      purchases.write(`${JSON.stringify({ ...purchase, record, person: person?.is ?? null, lines: reasons })}\n`)
    },
    async close(books) {
      write(
        'books',
        [...books.points].map(([record, points]) => ({ record, points })),
      )
      await Promise.all(all.map((one) => new Promise<void>((done) => one.end(done))))
    },
  }
}

const sheet = (folder: string, name: string): WriteStream => createWriteStream(join(folder, `${name}.ndjson`))

function* persons(records: readonly Person[], taste: (person: Person) => Taste) {
  for (const [is, own] of Map.groupBy(records, (one) => one.is)) {
    const [first] = own
    if (!first) continue
    const { household, prefecture, city, latitude, longitude, birth, gender, home_place } = first
    yield {
      person: is,
      records: own.map(({ code, family, given, family_kana, given_kana, email, phone, card }) => ({
        code,
        family,
        given,
        family_kana,
        given_kana,
        email,
        phone,
        card,
      })),
      household,
      home: { prefecture, city, latitude, longitude, place: home_place },
      birth,
      gender,
      taste: { ...first.taste, ...taste(first) },
    }
  }
}

function reason(
  why: Why,
  product: Retailer['products'][number] | undefined,
  person: Person | undefined,
  taste: (person: Person) => Taste,
  discount_yen: number,
): LineReason {
  if (!product) return 'chance'
  if (why.because === 'offer' || discount_yen > 0) return 'offer'
  if (product.code === viral_product && why.of === ('viral' satisfies keyof typeof scenes)) return 'talked_about'
  if (!person) return 'chance'
  if (taste(person).favourites.includes(product.code)) return 'favourite'
  return person.taste.liked.includes(product.category) ? 'liked' : 'chance'
}

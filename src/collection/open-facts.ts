/** Of an event's properties those that may stand in clear: goods, orders, sums, places. All else is sealed. Pure. */
import { type Plans, type PropertyPlan, planned } from './plan.ts'

type Item = Record<string, unknown>
export type Facts = Record<string, unknown>

const goods = {
  product_id: 'product_ref',
  sku: 'sku',
  variant: 'variant',
  category: 'category',
  brand: 'brand',
  price: 'price',
  quantity: 'quantity',
  position: 'position',
} as const
const texts: Readonly<Record<string, string>> = {
  ...goods,
  order_id: 'order_ref',
  checkout_id: 'checkout_ref',
  cart_id: 'cart_ref',
  list_id: 'list_ref',
  promotion_id: 'promotion_ref',
  experiment_id: 'experiment_ref',
  variation_id: 'variation_ref',
  store_id: 'store_ref',
  register_id: 'register_ref',
  receipt_no: 'receipt_ref',
  coupon: 'coupon',
  currency: 'currency',
}
const amounts = new Set([
  'price',
  'quantity',
  'total',
  'subtotal',
  'revenue',
  'value',
  'shipping',
  'tax',
  'discount',
  'rating',
])
const counts = new Set(['position', 'step'])
const most_products = 100

/** The open facts of an event, with what the plan finds wrong. */
export function openFactsOf(name: string, properties: Item, plans: Plans): Facts {
  const faults: string[] = []
  const facts = factsIn(properties, texts, faults)
  if (Array.isArray(properties.products))
    facts.products = properties.products.slice(0, most_products).map((one: unknown, place) => {
      const inner: string[] = []
      const found = factsIn(isItem(one) ? one : {}, goods, inner)
      faults.push(...inner.map((field) => `products.${place}.${field}`))
      return found
    })
  const plan = planned(name, plans)
  if (!plan) facts.unplanned = true
  else faults.push(...missing(properties, plan.needs), ...mistyped(properties, plan.properties))
  if (faults.length) facts.faults = [...new Set(faults)].slice(0, 50)
  return facts
}

function factsIn(properties: Item, known: Readonly<Record<string, string>>, faults: string[]): Facts {
  const facts: Facts = {}
  for (const [field, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === '') continue
    if (amounts.has(field) || counts.has(field)) {
      if (known === goods && !Object.hasOwn(goods, field)) continue
      const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      const fits = typeof amount === 'number' && Number.isFinite(amount) && Math.abs(amount) <= Number.MAX_SAFE_INTEGER
      if (fits && (amounts.has(field) || (Number.isInteger(amount) && amount >= 0))) facts[field] = amount
      else faults.push(field)
    } else if (Object.hasOwn(known, field)) {
      const text = typeof value === 'number' ? String(value) : value
      if (field === 'currency' ? typeof text === 'string' && /^[A-Z]{3}$/.test(text) : isOpen(text))
        facts[known[field] as string] = text
      else faults.push(field)
    }
  }
  return facts
}

// An address that was put where a number should stand stays sealed.
function isOpen(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && !value.includes('@')
}

function missing(properties: Item, needs: readonly string[]): string[] {
  return needs.filter((need) =>
    need
      .split('|')
      .every((field) => properties[field] === undefined || properties[field] === null || properties[field] === ''),
  )
}

function mistyped(properties: Item, wanted: Readonly<Record<string, PropertyPlan>>): string[] {
  return Object.entries(wanted).flatMap(([field, { type, required }]) => {
    const value = properties[field]
    if (value === undefined || value === null) return required ? [field] : []
    const is = Array.isArray(value) ? 'array' : typeof value
    return is === type ? [] : [field]
  })
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

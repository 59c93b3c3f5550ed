import Type from 'typebox'
import { brands, putBrand } from '#catalog/brands'
import { categories, putCategory } from '#catalog/categories'
import { brand, brandBody, category, categoryBody, ifMatch, keyPattern, listOf, taxRule } from '#catalog/resources'
import { putTaxRules, taxRules } from '#catalog/tax'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Db, Tx } from '#core/database'
import { seenVersion, tagVersion } from '#core/version'

/** Things that have a name and little else: read whole, written one by one. */
type Naming<Body extends Type.TSchema> = {
  path: string
  /** What the id is called in the path. */
  id: string
  words: { many: string; add: string; write: string }
  shape: Type.TSchema
  body: Body
  list(db: Db): Promise<object[]>
  put(tx: Tx, actor: Actor, body: Type.Static<Body>, key?: string, seen?: number): Promise<{ version: number }>
}

const tags = ['catalog']
const writers = { audience: ['staff:merchandiser', 'api:catalog.write'] }
const anyone = { audience: ['anyone'] }
const key = Type.String({ pattern: keyPattern, description: 'Our id, or `ext:` and the retailer’s own.' })

/** What products are sorted and taxed by: brands, categories, tax rules. Few, so they are listed whole. */
export function namingRoutes(app: App): void {
  named(app, {
    path: '/v1/catalog/brands',
    id: 'brand_id',
    words: { many: 'Brands', add: 'Add a brand, or write the one with this external_id', write: 'Write a brand' },
    shape: brand,
    body: brandBody,
    list: brands,
    put: putBrand,
  })
  named(app, {
    path: '/v1/catalog/categories',
    id: 'category_id',
    words: {
      many: 'Categories',
      add: 'Add a category, or write the one with this external_id',
      write: 'Write a category',
    },
    shape: category,
    body: categoryBody,
    list: categories,
    put: putCategory,
  })
  taxRoutes(app)
}

function named<Body extends Type.TSchema>(app: App, { path, id, words, shape, body, list, put }: Naming<Body>): void {
  app.get(
    `${path}`,
    { config: anyone, schema: { tags, summary: words.many, response: { 200: listOf(shape) } } },
    async (request) => ({ items: await list(request.db), next: null }),
  )
  app.post(
    `${path}`,
    { config: writers, schema: { tags, summary: words.add, body, response: { 201: shape } } },
    (request, reply) => once(request, reply, 201, (tx) => put(tx, request.actor, request.body as Type.Static<Body>)),
  )
  app.put(
    `${path}/:${id}`,
    {
      config: writers,
      schema: {
        tags,
        summary: words.write,
        params: Type.Object({ [id]: key }),
        headers: ifMatch,
        body,
        response: { 200: shape },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const named = (request.params as Record<string, string>)[id]
        return tagVersion(
          reply,
          await put(tx, request.actor, request.body as Type.Static<Body>, named, seenVersion(request)),
        )
      }),
  )
}

function taxRoutes(app: App): void {
  app.get(
    '/v1/catalog/tax-rules',
    {
      config: anyone,
      schema: { tags, summary: 'Tax rates by category, supply mode and date', response: { 200: listOf(taxRule) } },
    },
    async (request) => ({ items: await taxRules(request.db), next: null }),
  )
  app.post(
    '/v1/catalog/tax-rules',
    {
      config: { audience: ['staff:admin', 'api:catalog.write'] },
      schema: {
        tags,
        summary: 'Add tax rates; one with the same category, mode and first day is replaced',
        body: Type.Object(
          { rules: Type.Array(taxRule, { minItems: 1, maxItems: 200 }) },
          { additionalProperties: false },
        ),
        response: { 201: listOf(taxRule) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        await putTaxRules(tx, request.actor, request.body.rules)
        return { items: await taxRules(tx), next: null }
      }),
  )
}

import Type from 'typebox'
import { brands, putBrand } from '#catalog/brands'
import { categories, putCategory } from '#catalog/categories'
import { brand, brandBody, category, categoryBody, ifMatch, keyPattern, listOf, taxRule } from '#catalog/resources'
import { putTaxRules, taxRules } from '#catalog/tax'
import { once, within } from '#core/answers'
import { seenVersion, tagVersion } from '#core/version'
import type { App } from '#http'

const tags = ['catalog']
const writers = { audience: ['staff:merchandiser', 'api:catalog.write'] }
const anyone = { audience: ['anyone'] }
const key = Type.String({ pattern: keyPattern, description: 'Our id, or `ext:` and the retailer’s own.' })

/** What products are sorted and taxed by: brands, categories, tax rules. Few, so they are listed whole. */
export function namingRoutes(app: App): void {
  app.get(
    '/v1/catalog/brands',
    { config: anyone, schema: { tags, summary: 'Brands', response: { 200: listOf(brand) } } },
    async (request) => ({
      items: await brands(request.db),
      next: null,
    }),
  )
  app.post(
    '/v1/catalog/brands',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Add a brand, or write the one with this external_id',
        body: brandBody,
        response: { 201: brand },
      },
    },
    async (request, reply) => once(request, reply, 201, (tx) => putBrand(tx, request.actor, request.body)),
  )
  app.put(
    '/v1/catalog/brands/:brand_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write a brand',
        params: Type.Object({ brand_id: key }),
        headers: ifMatch,
        body: brandBody,
        response: { 200: brand },
      },
    },
    async (request, reply) =>
      within(request, async (tx) =>
        tagVersion(
          reply,
          await putBrand(tx, request.actor, request.body, request.params.brand_id, seenVersion(request)),
        ),
      ),
  )

  app.get(
    '/v1/catalog/categories',
    { config: anyone, schema: { tags, summary: 'Categories', response: { 200: listOf(category) } } },
    async (request) => ({
      items: await categories(request.db),
      next: null,
    }),
  )
  app.post(
    '/v1/catalog/categories',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Add a category, or write the one with this external_id',
        body: categoryBody,
        response: { 201: category },
      },
    },
    async (request, reply) => once(request, reply, 201, (tx) => putCategory(tx, request.actor, request.body)),
  )
  app.put(
    '/v1/catalog/categories/:category_id',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Write a category',
        params: Type.Object({ category_id: key }),
        headers: ifMatch,
        body: categoryBody,
        response: { 200: category },
      },
    },
    async (request, reply) =>
      within(request, async (tx) =>
        tagVersion(
          reply,
          await putCategory(tx, request.actor, request.body, request.params.category_id, seenVersion(request)),
        ),
      ),
  )

  app.get(
    '/v1/catalog/tax-rules',
    {
      config: anyone,
      schema: { tags, summary: 'Tax rates by category, supply mode and date', response: { 200: listOf(taxRule) } },
    },
    async (request) => ({
      items: await taxRules(request.db),
      next: null,
    }),
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
    async (request, reply) =>
      once(request, reply, 201, async (tx) => {
        await putTaxRules(tx, request.actor, request.body.rules)
        return { items: await taxRules(tx), next: null }
      }),
  )
}

import { pictureUrl } from '../../kit/naming.ts'
import type { Product } from '../../kit/shapes.ts'

/** A product as schema.org tells it to search engines: one offer for each variant with a price, in yen with tax. */
export function jsonLd(product: Product, origin: string): Record<string, unknown> {
  const url = `${origin}/products/${product.product_id}`
  const offers = product.variants.flatMap(({ yen, gtin, ec, options }) =>
    yen === null
      ? []
      : [
          {
            '@type': 'Offer',
            url,
            price: yen,
            priceCurrency: 'JPY',
            priceSpecification: {
              '@type': 'UnitPriceSpecification',
              price: yen,
              priceCurrency: 'JPY',
              valueAddedTaxIncluded: true,
            },
            availability: `https://schema.org/${ec.stock !== 'none' && product.on_sale ? 'InStock' : product.places.some((place) => place.stock !== 'none') ? 'InStoreOnly' : 'OutOfStock'}`,
            itemCondition: 'https://schema.org/NewCondition',
            ...(gtin && { gtin }),
            ...(Object.keys(options).length > 0 && { name: Object.values(options).map(String).join('・') }),
          },
        ],
  )
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    url,
    image: product.picture_ids.map((picture_id) => `${origin}${pictureUrl(picture_id)}`),
    ...(product.description && { description: product.description }),
    ...(product.brand && { brand: { '@type': 'Brand', name: product.brand.name } }),
    ...(product.category && { category: product.category.name }),
    ...(offers.length > 0 && { offers }),
  }
}

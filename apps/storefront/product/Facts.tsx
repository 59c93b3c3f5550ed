import type { Product, Variant } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { allergensInEnglish } from './allergens.ts'
import { useProductWords } from './productWords.ts'

const shown = ['content', 'material', 'origin', 'allergens', 'storage', 'maker'] as const

/** What the product is: the story, then the plain facts the retailer gave. */
export function Facts({ product, variant }: { product: Product; variant: Variant | undefined }) {
  const w = useProductWords()
  const lang = useLang()
  const about = lang === 'en' && product.description_en ? product.description_en : product.description
  const facts = [
    ...shown.flatMap((key) => {
      const value = product.attributes[key]
      if (typeof value !== 'string' || !value) return []
      return [[w[key], key === 'allergens' && lang === 'en' ? allergensInEnglish(value) : value] as const]
    }),
    ...(variant?.gtin ? [[w.jan, variant.gtin] as const] : []),
  ]
  if (!about && facts.length === 0) return null
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-16">{w.description}</h2>
      {about && <p className="text-ink-2">{about}</p>}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 text-14">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="ui text-ink-2">{label}</dt>
            <dd className="ui figures">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

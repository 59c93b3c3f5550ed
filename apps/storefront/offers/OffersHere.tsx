import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import type { Product } from '../../kit/shapes.ts'
import { useOfferWords } from './offerWords.ts'
import { useTerms } from './terms.ts'

/** What is offered on a product: its name and what it asks for. */
export function OffersHere({ offers }: { offers: Product['offers'] }) {
  const w = useOfferWords()
  const name = useName()
  const terms = useTerms()
  if (offers.length === 0) return null
  return (
    <ul aria-label={w.here} className="grid gap-1.5 rounded-6 bg-vermilion-tint px-3 py-2.5">
      {offers.map((offer) => (
        <li key={offer.offer_id} className="ui flex gap-2 text-14">
          <Icon name="tag" size={18} className="mt-px shrink-0 text-vermilion" />
          <span>
            <b className="text-vermilion">{name(offer)}</b>{' '}
            <span className="figures text-12 text-ink-2">{terms(offer).join(' ／ ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

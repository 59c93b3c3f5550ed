import { plusDays } from './calendar.ts'
import type { Person } from './people.ts'
import type { CategoryCode } from './product.ts'
import { chance } from './random.ts'
import type { Taste } from './tastes.ts'

/** A tenth off one kind of goods for a few days, told to a random half of those who may be told. */
export type Offer = { code: string; first: string; last: string; categories: readonly CategoryCode[]; percent: number }

const every_days = 14
const runs_days = 5
const kinds: readonly (readonly CategoryCode[])[] = [
  ['staples', 'seasoning', 'pantry'],
  ['skincare', 'body'],
  ['kitchen', 'bedding'],
  ['sweets', 'gifts'],
  ['tops', 'bottoms', 'goods'],
]

/** The offers of the past: one a fortnight, each over before the town is live. */
export function offerCalendar(start: string, days: number): Offer[] {
  const count = Math.max(0, Math.ceil((days - 2 - runs_days) / every_days))
  return Array.from({ length: count }, (_, n) => ({
    code: `offer-${n + 1}`,
    first: plusDays(start, 3 + n * every_days),
    last: plusDays(start, 2 + n * every_days + runs_days),
    categories: kinds[n % kinds.length] ?? [],
    percent: 10,
  }))
}

/** What one person does in the days of an offer, told of it and not told of it: both are known here, only one is seen. */
export type Outcome = {
  offer: string
  person: string
  treated: boolean
  with_offer: boolean
  without_offer: boolean
  /** The day on which she comes, if she does. */
  day: string
}

/** Everybody's two outcomes of an offer. The half that is told is drawn by lot, so that a fair measurement can find the truth. */
export function outcomes(
  seed: string,
  offer: Offer,
  people: readonly Person[],
  taste: (person: Person) => Taste,
): Outcome[] {
  return people
    .filter(({ code, is, consents }) => code === is && (consents.email || consents.line || consents.push))
    .map((person) => {
      const c = chance(`${seed}/${offer.code}/${person.code}`)
      const treated = c.maybe(0.5)
      const willing = c.maybe(person.taste.liked.some((one) => offer.categories.includes(one)) ? 0.5 : 0.12)
      const day = plusDays(offer.first, c.between(0, runs_days - 1))
      const { response } = taste(person)
      const with_offer = willing && (response === 'sure' || response === 'persuadable')
      const without_offer = willing && (response === 'sure' || response === 'contrary')
      return { offer: offer.code, person: person.code, treated, with_offer, without_offer, day }
    })
}

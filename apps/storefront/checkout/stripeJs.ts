import { Refused } from '../../kit/problem.ts'
import type { Lang } from '../../kit/words.ts'

const SOURCE = 'https://js.stripe.com/v3/'

type Failed = { message?: string; type?: string }
type Card = {
  mount(where: HTMLElement): void
  destroy(): void
  on(what: 'ready' | 'change', hear: (event: { complete?: boolean; error?: Failed }) => void): void
}
type Elements = { create(kind: 'card', look: object): Card }
type Stripe = {
  elements(look: { locale: Lang }): Elements
  createPaymentMethod(given: { type: 'card'; card: Card }): Promise<{ paymentMethod?: { id: string }; error?: Failed }>
  handleNextAction(given: { clientSecret: string }): Promise<unknown>
}
declare global {
  interface Window {
    Stripe?: (publishable_key: string) => Stripe
  }
}

let loading: Promise<Stripe> | undefined

/**
 * Stripe's own script, from Stripe's own address: its fields are frames of Stripe's, so that a card's number never reaches us.
 * Asked for by the page on which a card is told, and no other.
 */
export function stripeJs(publishable_key: string): Promise<Stripe> {
  loading ??= new Promise<Stripe>((done, failed) => {
    const script = document.createElement('script')
    script.src = SOURCE
    script.onload = () => (window.Stripe ? done(window.Stripe(publishable_key)) : failed(new Error(SOURCE)))
    script.onerror = () => {
      script.remove()
      failed(new Error(SOURCE))
    }
    document.head.append(script)
  })
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** Whether this document may speak to Stripe: only one that was loaded at the checkout's own address (entry.server.tsx). */
export function mayLoad(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return !loaded || new URL(loaded.name).pathname === '/checkout'
}

/** What an order needs of the fields: her card as a token, and her proof where her bank asks for one. */
export type HostedCard = { token(): Promise<string>; prove(client_secret: string): Promise<unknown> }

export function hostedCard(stripe: Stripe, card: Card): HostedCard {
  return {
    async token() {
      const { paymentMethod, error } = await stripe.createPaymentMethod({ type: 'card', card })
      if (paymentMethod) return paymentMethod.id
      // Stripe says in her language what is wrong with the number, the date or the code.
      throw new Refused(
        422,
        error?.message ? { code: 'card', messages: { ja: error.message, en: error.message } } : null,
      )
    },
    // Proven, failed or closed: what came of it the house asks Stripe itself.
    prove: (clientSecret) => stripe.handleNextAction({ clientSecret }),
  }
}

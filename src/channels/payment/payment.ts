import { fakePayment } from '#channels/payment/fake'
import { type PaymentProvider, Unanswered } from '#channels/payment/provider'
import { stripePayment } from '#channels/payment/stripe'
import type { Pool } from '#core/database'
import { refuse } from '#core/problem'

const patience_ms = () => Number(process.env.ENGAWA_PAYMENT_TIMEOUT_MS ?? 10_000)
const production = () => process.env.ENGAWA_ENV === 'production'

let standIn: ((db: Pool) => PaymentProvider) | undefined

/** Put another provider in the fake's place (faults, a provider's sandbox); without one, back to what is configured. */
export function usePayment(next?: (db: Pool) => PaymentProvider): void {
  standIn = next
}

/**
 * The name of the provider new card payments go to: ENGAWA_PAYMENT (`stripe`, `fake`, `none`). Where nothing is said the fake
 * stands in, but in production there are no card payments then; there the fake is refused.
 */
export function paymentName(): string {
  const named = process.env.ENGAWA_PAYMENT || (production() ? 'none' : 'fake')
  if (named === 'fake' && production())
    refuse(
      'payment.fake',
      400,
      '本番（ENGAWA_ENV=production）では模擬の決済（ENGAWA_PAYMENT=fake）は使えません。',
      'In production (ENGAWA_ENV=production) the fake card company (ENGAWA_PAYMENT=fake) is refused.',
    )
  if (named !== 'fake' && named !== 'stripe' && named !== 'none')
    refuse(
      'payment.unknown',
      400,
      `ENGAWA_PAYMENT=${named} という決済はありません（stripe、fake、none）。`,
      `There is no ENGAWA_PAYMENT=${named} (stripe, fake, none).`,
    )
  return named
}

/** Refuse to start with a provider that is not set up, or must not be used here. */
export function readyPayment(): void {
  if (paymentName() === 'stripe') stripePayment()
}

/** The provider of that name (the configured one when none is given); undefined when there is none. Secrets come from the environment alone. */
export function payment(db: Pool, name = paymentName()): PaymentProvider | undefined {
  const found = name === 'fake' ? (standIn ?? fakePayment)(db) : name === 'stripe' ? stripePayment() : undefined
  return found && patient(found)
}

/** A provider that answers in time or not at all: what hangs or breaks is one kind of failure, and whoever asked can go on. */
export function patient(provider: PaymentProvider): PaymentProvider {
  const ask =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Unanswered(`${provider.name} did not answer in time`, false)),
          patience_ms(),
        )
      })
      try {
        return await Promise.race([call(...given), late])
      } catch (error) {
        if (error instanceof Unanswered) throw error
        throw new Unanswered(`${provider.name} failed`, false, error)
      } finally {
        clearTimeout(timer)
      }
    }
  return {
    ...provider,
    authorize: ask(provider.authorize),
    capture: ask(provider.capture),
    cancel: ask(provider.cancel),
    refund: ask(provider.refund),
    look: ask(provider.look),
    recent: ask(provider.recent),
  }
}

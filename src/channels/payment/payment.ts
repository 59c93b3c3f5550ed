import { fakePayment } from '#channels/payment/fake'
import type { PaymentProvider } from '#channels/payment/provider'
import type { Pool } from '#core/database'

/** The configured provider; the fake stands in for the outside world until a real one is set. */
export function payment(db: Pool): PaymentProvider {
  return fakePayment(db)
}

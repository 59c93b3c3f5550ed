/** Every way a payment provider lets its caller down, on demand: for tests and the town, never for business. */
import type { Charge, PaymentProvider } from '#channels/payment/provider'
import { Unanswered } from '#channels/payment/provider'

export const faults = [
  'time-out before the charge',
  'time-out after the charge',
  'connection reset half way',
  'server error',
  'declined, then good',
  'message twice',
  'message before the answer',
  'messages out of order',
  'late success after cancel',
  'late failure after success',
  'time-out after the refund',
  'another amount captured',
  'never answering',
  'request twice',
] as const
export type Fault = (typeof faults)[number]

export type Faulty = PaymentProvider & {
  /** What goes wrong from now on; undefined heals it. */
  fault: Fault | undefined
  /** Requests that were left on the way, to arrive when called. */
  late: (() => Promise<unknown>)[]
}

/** How a provider's messages reach us, and what only its own side can do to a charge. */
export type Wires = {
  deliver(reference: string): Promise<unknown>
  /** Take the money whatever was said before. */
  force(charge: Charge): Promise<unknown>
  /** Another amount than asked for. */
  short(charge: Charge): Promise<unknown>
}

/** A provider whose calls go wrong as `fault` says; what it did stays done. */
export function faulty(inner: PaymentProvider, wires: Wires): Faulty {
  const lost = (why: string) => new Unanswered(`${why} (arranged)`, false)
  const provider: Faulty = {
    ...inner,
    fault: undefined,
    late: [],
    async authorize(charge) {
      const go = () => inner.authorize(charge)
      switch (provider.fault) {
        case 'time-out before the charge':
          throw lost('no answer')
        case 'time-out after the charge':
          await go()
          throw lost('no answer')
        case 'connection reset half way':
          if (charge.reference.charCodeAt(35) % 2) await go()
          throw lost('reset')
        case 'server error':
          throw lost('500')
        case 'never answering':
          return new Promise(() => {})
        case 'message twice': {
          const known = await go()
          await Promise.all([wires.deliver(charge.reference), wires.deliver(charge.reference)])
          return known
        }
        case 'message before the answer': {
          const known = await go()
          await wires.deliver(charge.reference)
          return known
        }
        case 'late success after cancel':
          provider.late.push(() => wires.force(charge))
          throw lost('no answer')
        case 'another amount captured':
          await wires.short(charge)
          return inner.look(charge)
        case 'request twice': {
          const [known] = await Promise.all([go(), go(), go()])
          return known
        }
        default:
          return go()
      }
    },
    async refund(charge, operation_id, amount_yen) {
      const answer = await inner.refund(charge, operation_id, amount_yen)
      if (provider.fault === 'time-out after the refund') throw lost('no answer')
      return answer
    },
    async look(charge) {
      if (provider.fault === 'server error') throw lost('500')
      if (provider.fault === 'never answering') return new Promise(() => {})
      return inner.look(charge)
    },
  }
  return provider
}

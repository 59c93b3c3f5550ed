import Stripe from 'stripe'
import { type Charge, type Known, type Listed, type PaymentProvider, Unanswered } from '#channels/payment/provider'
import { sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'

export type StripeSettings = {
  secret_key: string
  webhook_secret: string
  publishable_key: string
  /** Another address than Stripe's own, for its fake. */
  base?: string
}

let kept: { of: string; provider: PaymentProvider } | undefined

/** Stripe as the environment sets it up: STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_PUBLISHABLE_KEY. */
export function stripePayment(): PaymentProvider {
  const settings = {
    secret_key: given('STRIPE_SECRET_KEY'),
    webhook_secret: given('STRIPE_WEBHOOK_SECRET'),
    publishable_key: given('STRIPE_PUBLISHABLE_KEY'),
    ...(process.env.STRIPE_BASE ? { base: process.env.STRIPE_BASE } : {}),
  }
  const of = JSON.stringify(settings)
  if (kept?.of !== of) kept = { of, provider: stripeAt(settings) }
  return kept.provider
}

function given(name: string): string {
  return (
    process.env[name] ||
    refuse(
      'payment.not_set',
      400,
      `カード決済（Stripe）には環境変数 ${name} が必要です。`,
      `Card payments by Stripe need ${name} in the environment.`,
    )
  )
}

/**
 * Stripe by PaymentIntents. No card data reaches us: a face hands us a PaymentMethod's id made in Stripe's own fields, or
 * nothing, and gets the intent's client_secret to go on there. An intent is made first and confirmed second, under keys of
 * ours: made again with the same key it is the same intent, which is how one is found whose answer we never heard.
 */
export function stripeAt(settings: StripeSettings): PaymentProvider {
  const at = settings.base ? new URL(settings.base) : undefined
  const stripe = new Stripe(settings.secret_key, {
    maxNetworkRetries: 0,
    timeout: 9_000,
    telemetry: false,
    ...(at && { host: at.hostname, port: at.port, protocol: at.protocol.replace(':', '') as 'http' | 'https' }),
  })
  // Two houses may share an account: each lists only its own.
  const house = blind('payment house', 'engawa').toString('hex')

  async function intent(charge: Charge): Promise<Stripe.PaymentIntent> {
    const made = charge.provider_id ?? (await make(charge)).id
    return stripe.paymentIntents.retrieve(made, { expand: ['latest_charge'] })
  }
  function make({ reference, amount_yen, capture }: Charge) {
    return stripe.paymentIntents.create(
      {
        amount: amount_yen,
        currency: 'jpy',
        capture_method: capture === 'now' ? 'automatic' : 'manual',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { reference, house },
      },
      { idempotencyKey: `${reference}:make` },
    )
  }
  const seen = (found: Stripe.PaymentIntent) => knownOf(found, settings.publishable_key)

  return {
    name: 'stripe',
    hosted: true,
    publishable_key: settings.publishable_key,
    async authorize({ token, ...charge }) {
      return asking(async () => {
        const made = await intent(charge)
        const open = ['requires_payment_method', 'requires_confirmation'].includes(made.status)
        if (!open || !token) return seen(made)
        try {
          const by = sha256(token).toString('hex').slice(0, 24)
          await stripe.paymentIntents.confirm(
            made.id,
            { payment_method: token },
            { idempotencyKey: `${charge.reference}:confirm:${by}` },
          )
        } catch (error) {
          // The card was refused, or the token names none; anything else the intent itself will tell.
          if (!(error instanceof Stripe.errors.StripeCardError || noSuchToken(error) || inWrongState(error)))
            throw error
        }
        return seen(await intent({ ...charge, provider_id: made.id }))
      })
    },
    async capture(charge, operation_id, amount_yen) {
      return asking(async () => {
        const { id } = await intent(charge)
        await stripe.paymentIntents
          .capture(id, { amount_to_capture: amount_yen }, { idempotencyKey: operation_id })
          .catch(unlessWrongState)
        return seen(await intent({ ...charge, provider_id: id }))
      })
    },
    async cancel(charge) {
      return asking(async () => {
        const { id } = await intent(charge)
        await stripe.paymentIntents
          .cancel(id, {}, { idempotencyKey: `${charge.reference}:cancel` })
          .catch(unlessWrongState)
        return seen(await intent({ ...charge, provider_id: id }))
      })
    },
    async refund(charge, operation_id, amount_yen) {
      return asking(async () => {
        const { id } = await intent(charge)
        // Stripe forgets keys after a day: what was asked before is found by what it was asked for.
        for await (const made of stripe.refunds.list({ payment_intent: id, limit: 100 }))
          if (made.metadata?.operation === operation_id) return outcome(made)
        try {
          const metadata = { reference: charge.reference, house, operation: operation_id }
          return outcome(
            await stripe.refunds.create(
              { payment_intent: id, amount: amount_yen, metadata },
              { idempotencyKey: operation_id },
            ),
          )
        } catch (error) {
          if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'refused'
          throw error
        }
      })
    },
    async look(charge) {
      return asking(async () => seen(await intent(charge)))
    },
    async recent(since) {
      return asking(async () => {
        const found: Listed[] = []
        const gte = Math.floor(Date.parse(since) / 1000)
        for await (const charge of stripe.charges.list({ created: { gte }, limit: 100 })) {
          if (charge.metadata.house !== house || !charge.metadata.reference || charge.amount_captured === 0) continue
          found.push({
            reference: charge.metadata.reference,
            provider_id: idOf(charge.payment_intent),
            captured_yen: charge.amount_captured,
            refunded_yen: charge.amount_refunded,
            at: new Date(charge.created * 1000).toISOString(),
          })
        }
        return found
      })
    },
    webhook(raw, headers) {
      try {
        const event = stripe.webhooks.constructEvent(
          raw,
          String(headers['stripe-signature'] ?? ''),
          settings.webhook_secret,
        )
        const { metadata } = event.data.object as { metadata?: { reference?: string; house?: string } }
        return metadata?.reference ? [metadata.reference] : []
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null
        throw error
      }
    },
  }
}

function knownOf(found: Stripe.PaymentIntent, publishable_key: string): Known {
  const charge = typeof found.latest_charge === 'object' ? found.latest_charge : null
  const known = {
    captured_yen: found.status === 'succeeded' ? found.amount_received : 0,
    refunded_yen: charge?.amount_refunded ?? 0,
    provider_id: found.id,
  }
  const client_secret = found.client_secret ?? ''
  switch (found.status) {
    case 'succeeded':
      return { ...known, state: 'captured' }
    case 'requires_capture':
      return { ...known, state: 'authorized' }
    case 'canceled':
      return { ...known, state: 'voided' }
    case 'requires_action':
      return { ...known, state: 'waiting', action: { kind: 'authenticate', client_secret, publishable_key } }
    case 'processing':
      return { ...known, state: 'waiting' }
    default:
      return found.last_payment_error
        ? { ...known, state: 'declined' }
        : { ...known, state: 'waiting', action: { kind: 'pay', client_secret, publishable_key } }
  }
}

function outcome({ status }: Stripe.Refund): 'done' | 'waiting' | 'refused' {
  return status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'refused' : 'waiting'
}

const idOf = (found: string | { id: string } | null) => (typeof found === 'string' ? found : (found?.id ?? null))

// What happened stands in the intent; that a step came too late is no failure.
function inWrongState(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.code === 'payment_intent_unexpected_state' || error.code === 'charge_already_captured')
  )
}
function noSuchToken(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.param === 'payment_method'
}
function unlessWrongState(error: unknown): void {
  if (!inWrongState(error)) throw error
}

/** Stripe's ways of not answering, as one: refused connections, limits and wrong keys did nothing for sure. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refused = (error as { detail?: { code?: string } }).detail?.code === 'ECONNREFUSED'
    const harmless =
      refused ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      error instanceof Stripe.errors.StripeAuthenticationError ||
      error instanceof Stripe.errors.StripePermissionError
    // Its own text may quote the key: only the kind is told.
    throw new Unanswered(`stripe: ${error instanceof Error ? error.constructor.name : 'failed'}`, harmless)
  }
}

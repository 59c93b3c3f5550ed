/** As much of Stripe's HTTP API as our adapter speaks, in memory: so that the real library's calls are tested without a network. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Charge = {
  id: string
  object: 'charge'
  payment_intent: string
  amount_captured: number
  amount_refunded: number
  created: number
  metadata: Record<string, string>
}
type Intent = {
  id: string
  object: 'payment_intent'
  amount: number
  amount_received: number
  capture_method: string
  status: string
  client_secret: string
  metadata: Record<string, string>
  latest_charge: Charge | null
  last_payment_error: { code: string } | null
}
type Refund = {
  id: string
  object: 'refund'
  payment_intent: string
  status: string
  amount: number
  metadata: Record<string, string>
}
type Answer = { status: number; body: unknown }
type Form = URLSearchParams

export type FakeStripe = {
  url: string
  intents: Map<string, Intent>
  /** Every request: method and path. */
  calls: string[]
  /** Its buyer answered her bank: she is herself, or she could not show it. */
  prove(client_secret: string, herself: boolean): void
  /** What a day does: it remembers no key any more. */
  forget(): void
  /** Do something to the next requests: undefined lets one through. */
  trouble: ((path: string, done: Answer | undefined) => 'hang' | 'reset' | number | undefined) | undefined
  close(): Promise<void>
}

/** Start it on a free port. Cards: `pm_card_visa` good, `pm_card_chargeDeclined` declined, `pm_card_authenticationRequired` asks its owner. */
export async function fakeStripe(): Promise<FakeStripe> {
  const kept = new Map<string, { form: string; answer: Answer }>()
  const refunds: Refund[] = []
  const fake: Omit<FakeStripe, 'url' | 'close'> = {
    intents: new Map(),
    calls: [],
    trouble: undefined,
    prove(client_secret, herself) {
      const intent = [...fake.intents.values()].find((each) => each.client_secret === client_secret)
      if (intent?.status !== 'requires_action') return
      if (herself) confirm(intent, 'pm_card_visa')
      else {
        intent.status = 'requires_payment_method'
        intent.last_payment_error = { code: 'payment_intent_authentication_failure' }
      }
    },
    forget: () => kept.clear(),
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    fake.calls.push(`${request.method} ${path.split('?')[0]}`)
    const body = await text(request)
    const before = fake.trouble?.(path, undefined)
    if (before) return spoil(response, before)
    const answer = idempotent(request, body, () => handle(request.method ?? '', path, new URLSearchParams(body)))
    const after = fake.trouble?.(path, answer)
    if (after) return spoil(response, after)
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': `req_${randomUUID()}` })
    response.end(JSON.stringify(answer.body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))

  function idempotent(request: IncomingMessage, form: string, work: () => Answer): Answer {
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string') return work()
    const before = kept.get(key)
    if (before && before.form !== form) return failed(400, 'idempotency_error', 'key used with other parameters')
    if (before) return before.answer
    const answer = work()
    // As it was then: a repeat hears the first answer, not how things stand.
    kept.set(key, { form, answer: structuredClone(answer) })
    return answer
  }

  function handle(method: string, path: string, form: Form): Answer {
    const url = new URL(path, 'http://stripe')
    const [, , what, id, verb] = url.pathname.split('/')
    if (what === 'payment_intents' && method === 'POST' && !id) return make(form)
    if (what === 'refunds' && method === 'POST') return refund(form)
    if (what === 'refunds')
      return listed(refunds.filter((made) => made.payment_intent === url.searchParams.get('payment_intent')))
    if (what === 'charges') return list(Number(url.searchParams.get('created[gte]') ?? 0))
    const found = fake.intents.get(id ?? '')
    if (!found) return failed(404, 'invalid_request_error', 'No such payment_intent', 'resource_missing')
    if (method === 'GET') return ok(found)
    if (verb === 'confirm') return confirm(found, form.get('payment_method') ?? '')
    if (verb === 'capture') return capture(found, Number(form.get('amount_to_capture') ?? found.amount))
    return cancel(found)
  }

  function make(form: Form): Answer {
    const id = `pi_${randomUUID().replaceAll('-', '')}`
    const intent: Intent = {
      id,
      object: 'payment_intent',
      amount: Number(form.get('amount')),
      amount_received: 0,
      capture_method: form.get('capture_method') ?? 'automatic',
      status: 'requires_payment_method',
      client_secret: `${id}_secret_fake`,
      metadata: { reference: form.get('metadata[reference]') ?? '', house: form.get('metadata[house]') ?? '' },
      latest_charge: null,
      last_payment_error: null,
    }
    fake.intents.set(id, intent)
    return ok(intent)
  }

  function confirm(intent: Intent, card: string): Answer {
    if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status))
      return wrongState()
    if (!card.startsWith('pm_'))
      return failed(400, 'invalid_request_error', 'No such PaymentMethod', 'resource_missing', 'payment_method')
    if (card === 'pm_card_chargeDeclined') {
      intent.status = 'requires_payment_method'
      intent.last_payment_error = { code: 'card_declined' }
      return failed(402, 'card_error', 'Your card was declined.', 'card_declined')
    }
    intent.status = card === 'pm_card_authenticationRequired' ? 'requires_action' : 'requires_capture'
    if (intent.status === 'requires_action') return ok(intent)
    intent.latest_charge = {
      id: `ch_${randomUUID().replaceAll('-', '')}`,
      object: 'charge',
      payment_intent: intent.id,
      amount_captured: 0,
      amount_refunded: 0,
      created: Math.floor(Date.now() / 1000),
      metadata: intent.metadata,
    }
    return intent.capture_method === 'manual' ? ok(intent) : capture(intent, intent.amount)
  }

  function capture(intent: Intent, amount: number): Answer {
    if (intent.status !== 'requires_capture' || !intent.latest_charge) return wrongState()
    if (amount > intent.amount) return failed(400, 'invalid_request_error', 'too much', 'amount_too_large')
    intent.status = 'succeeded'
    intent.amount_received = intent.latest_charge.amount_captured = amount
    return ok(intent)
  }

  function cancel(intent: Intent): Answer {
    if (['succeeded', 'canceled'].includes(intent.status)) return wrongState()
    intent.status = 'canceled'
    return ok(intent)
  }

  function refund(form: Form): Answer {
    const charge = fake.intents.get(form.get('payment_intent') ?? '')?.latest_charge
    const amount = Number(form.get('amount'))
    if (!charge || charge.amount_captured - charge.amount_refunded < amount)
      return failed(
        400,
        'invalid_request_error',
        'Refund amount is greater than unrefunded amount',
        'charge_already_refunded',
      )
    charge.amount_refunded += amount
    const made: Refund = {
      id: `re_${randomUUID()}`,
      object: 'refund',
      payment_intent: form.get('payment_intent') ?? '',
      status: 'succeeded',
      amount,
      metadata: { operation: form.get('metadata[operation]') ?? '' },
    }
    refunds.push(made)
    return ok(made)
  }

  function list(since: number): Answer {
    const data = [...fake.intents.values()].flatMap(({ latest_charge }) =>
      latest_charge && latest_charge.created >= since ? [latest_charge] : [],
    )
    return listed(data)
  }

  const { port } = server.address() as AddressInfo
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  })
}

const listed = (data: unknown[]) => ok({ object: 'list', data, has_more: false, url: '/v1/list' })
const ok = (body: unknown): Answer => ({ status: 200, body })
const wrongState = () => failed(400, 'invalid_request_error', 'wrong state', 'payment_intent_unexpected_state')
function failed(status: number, type: string, message: string, code?: string, param?: string): Answer {
  return { status, body: { error: { type, message, code, param } } }
}

function spoil(response: ServerResponse, how: 'hang' | 'reset' | number): void {
  if (how === 'reset') response.destroy()
  else if (typeof how === 'number') response.writeHead(how).end(JSON.stringify({ error: { type: 'api_error' } }))
}

async function text(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

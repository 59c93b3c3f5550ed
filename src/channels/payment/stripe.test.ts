import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import Stripe from 'stripe'
import { id } from '#core/id'
import { useKey } from '#core/secret'
import { keepsItsWord } from './contract.ts'
import { patient } from './payment.ts'
import type { Charge, PaymentProvider } from './provider.ts'
import { stripeAt } from './stripe.ts'
import { type FakeStripe, fakeStripe } from './stripe-fake.ts'

const webhook_secret = 'whsec_of_a_test'
let fake: FakeStripe
let stripe: PaymentProvider
before(async () => {
  useKey('test-key-of-a-throw-away-database-0123456789')
  fake = await fakeStripe()
  stripe = stripeAt({ secret_key: 'sk_test_x', webhook_secret, publishable_key: 'pk_test_x', base: fake.url })
})
after(() => fake.close())
afterEach(() => {
  fake.trouble = undefined
})

const sdk = new Stripe('sk_test_x')
function sign(reference: string) {
  const object = { id: 'pi_1', object: 'payment_intent', metadata: { reference } }
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object } })
  const signature = sdk.webhooks.generateTestHeaderString({ payload, secret: webhook_secret })
  return { raw: Buffer.from(payload), headers: { 'stripe-signature': signature } }
}
keepsItsWord('Stripe', () => stripe, { good: 'pm_card_visa', declined: 'pm_card_chargeDeclined' }, sign)

const charge = (): Charge => ({ reference: id(), amount_yen: 1200, capture: 'now' })
const pay = (what: Charge, token = 'pm_card_visa') => stripe.authorize({ ...what, token })
const taken = () => [...fake.intents.values()].reduce((sum, { amount_received }) => sum + amount_received, 0)

test('its buyer may be asked to prove herself, or enter her card in Stripe’s own fields: her browser gets what it needs', async () => {
  const asked = await pay(charge(), 'pm_card_authenticationRequired')
  assert.deepEqual(
    [asked.state, asked.action?.kind, asked.action?.publishable_key],
    ['waiting', 'authenticate', 'pk_test_x'],
  )
  const fields = await stripe.authorize(charge())
  assert.deepEqual([fields.state, fields.action?.kind], ['waiting', 'pay'])
  assert.match(String(fields.action?.client_secret), /_secret_/)
})

test('a token Stripe does not know is a declined card, not a fault of ours', async () => {
  assert.equal((await pay(charge(), 'tok_of_another')).captured_yen, 0)
})

for (const when of ['before', 'after'] as const)
  test(`an answer lost ${when} Stripe did it is asked for again, and the money is taken once`, async () => {
    const what = charge()
    const had = taken()
    fake.trouble = (path, done) =>
      path.endsWith('/confirm') && (when === 'before') === (done === undefined) ? 'reset' : undefined
    await assert.rejects(pay(what), { code: 'payment.unanswered', harmless: false })
    fake.trouble = undefined
    assert.equal((await pay(what)).state, 'captured')
    assert.equal(taken() - had, 1200)
  })

test('it is found by our reference alone, without its own name for it', async () => {
  const what = charge()
  const { provider_id } = await pay(what)
  const found = await stripe.look(what)
  assert.deepEqual([found.provider_id, found.state, found.captured_yen], [provider_id, 'captured', 1200])
})

test('a fault of Stripe’s, a limit, a wrong key and a silence are told as no answer; which of them did nothing is known', async () => {
  for (const [status, harmless] of [
    [500, false],
    [429, true],
    [401, true],
  ] as const) {
    fake.trouble = () => status
    await assert.rejects(pay(charge()), { code: 'payment.unanswered', harmless })
  }
  process.env.ENGAWA_PAYMENT_TIMEOUT_MS = '50'
  fake.trouble = () => 'hang'
  await assert.rejects(patient(stripe).look(charge()), { code: 'payment.unanswered', harmless: false })
  delete process.env.ENGAWA_PAYMENT_TIMEOUT_MS
  const gone = stripeAt({ secret_key: 'sk', webhook_secret, publishable_key: 'pk', base: 'http://127.0.0.1:9' })
  await assert.rejects(gone.look(charge()), { code: 'payment.unanswered', harmless: true })
})

test('a day later, its keys forgotten, a refund asked for again is still one', async () => {
  const what = { ...charge(), provider_id: null as string | null }
  what.provider_id = (await pay(what)).provider_id
  const operation = id()
  assert.equal(await stripe.refund(what, operation, 500), 'done')
  fake.forget()
  assert.equal(await stripe.refund(what, operation, 500), 'done')
  assert.equal((await stripe.look(what)).refunded_yen, 500)
})

test('charges of another house on the same account are not ours to list', async () => {
  const what = charge()
  await pay(what)
  for (const intent of fake.intents.values())
    if (intent.metadata.reference === what.reference) intent.metadata.house = 'other'
  const listed = await stripe.recent(new Date(Date.now() - 60_000).toISOString())
  assert.ok(!listed.some(({ reference }) => reference === what.reference))
})

/** What any card company's adapter must do, as tests: run on the fake here, on a real adapter against its sandbox. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Charge, PaymentProvider } from '#channels/payment/provider'
import { id } from '#core/id'

/** Put a provider through the contract; `good` and `declined` are tokens of its sandbox, `sign` makes a message as it would send it. */
export function keepsItsWord(
  name: string,
  provider: () => PaymentProvider,
  tokens: { good: string; declined: string },
  sign: (reference: string) => { raw: Buffer; headers: Record<string, string> },
): void {
  const charge = (capture: Charge['capture'] = 'now'): Charge => ({ reference: id(), amount_yen: 1200, capture })
  const pay = (what: Charge, token = tokens.good) => provider().authorize({ ...what, token })
  const look = async (what: Charge) => {
    const { state, captured_yen, refunded_yen } = await provider().look(what)
    return [state, captured_yen, refunded_yen]
  }
  const unpaid = (state: unknown) => assert.ok(['none', 'waiting', 'declined'].includes(String(state)), String(state))

  describe(`${name} keeps its word`, () => {
    it('a good card is charged, and known to be', async () => {
      const what = charge()
      unpaid((await look(what))[0])
      assert.equal((await pay(what)).state, 'captured')
      assert.deepEqual(await look(what), ['captured', 1200, 0])
    })

    it('a declined card leaves nothing behind, and another card may pay under the same reference', async () => {
      const what = charge()
      assert.equal((await pay(what, tokens.declined)).state, 'declined')
      unpaid((await look(what))[0])
      assert.equal((await pay(what)).state, 'captured')
    })

    it('asked again under the same reference, even at once, it charges once', async () => {
      const what = charge()
      const answers = await Promise.allSettled([pay(what), pay(what), pay(what)])
      assert.ok(answers.some((answer) => answer.status === 'fulfilled' && answer.value.state === 'captured'))
      assert.equal((await pay(what)).state, 'captured')
      assert.equal(await provider().refund(what, id(), 1200), 'done')
      assert.deepEqual(await look(what), ['captured', 1200, 1200], 'one refund takes all of it back')
    })

    it('authorized now, captured later, all of it or less; asked again nothing more is taken', async () => {
      for (const part of [1200, 700]) {
        const what = charge('later')
        assert.deepEqual([(await pay(what)).state, await look(what)], ['authorized', ['authorized', 0, 0]])
        const operation = id()
        for (let times = 0; times < 2; times++)
          assert.equal((await provider().capture(what, operation, part)).captured_yen, part)
        assert.deepEqual(await look(what), ['captured', part, 0])
      }
    })

    it('what was authorized is let go, for good', async () => {
      const what = charge('later')
      await pay(what)
      for (let times = 0; times < 2; times++) assert.equal((await provider().cancel(what)).state, 'voided')
      assert.notEqual((await pay(what)).state, 'authorized')
      assert.equal((await provider().capture(what, id(), 1200)).captured_yen, 0)
    })

    it('what it has not heard of yet can be let go too: money that comes late is refused', async () => {
      const what = charge()
      assert.equal((await provider().cancel(what)).state, 'voided')
      assert.equal((await pay(what)).state, 'voided')
      assert.deepEqual(await look(what), ['voided', 0, 0])
    })

    it('what was captured is not let go, but told', async () => {
      const what = charge()
      await pay(what)
      const { state, captured_yen } = await provider().cancel(what)
      assert.deepEqual([state, captured_yen], ['captured', 1200])
    })

    it('money goes back in parts, each once, and never more than was taken', async () => {
      const what = charge()
      await pay(what)
      const operation = id()
      for (let times = 0; times < 2; times++) assert.equal(await provider().refund(what, operation, 500), 'done')
      assert.deepEqual(await look(what), ['captured', 1200, 500])
      assert.equal(await provider().refund(what, id(), 701), 'refused')
      assert.equal(await provider().refund(what, id(), 700), 'done')
      assert.deepEqual(await look(what), ['captured', 1200, 1200])
    })

    it('what was never charged cannot be given back, and asking for it is no error', async () => {
      const what = charge()
      assert.equal(await provider().refund(what, id(), 1200), 'refused')
      unpaid((await look(what))[0])
    })

    it('what was given back is not taken again under the same reference', async () => {
      const what = charge()
      await pay(what)
      await provider().refund(what, id(), 1200)
      assert.equal((await pay(what)).refunded_yen, 1200)
      assert.deepEqual(await look(what), ['captured', 1200, 1200])
    })

    it('references do not know each other', async () => {
      const [one, other] = [charge(), charge()]
      await Promise.all([pay(one), pay(other)])
      await provider().refund(one, id(), 1200)
      assert.deepEqual(await look(other), ['captured', 1200, 0])
    })

    it('it lists what it took', async () => {
      const what = charge()
      await pay(what)
      const listed = await provider().recent(new Date(Date.now() - 60_000).toISOString())
      const mine = listed.find(({ reference }) => reference === what.reference)
      assert.deepEqual([mine?.captured_yen, mine?.refunded_yen], [1200, 0])
    })

    it('its messages name a reference when the signature is right, and nothing when it is not', () => {
      const reference = id()
      const { raw, headers } = sign(reference)
      assert.deepEqual(provider().webhook(raw, headers), [reference])
      assert.equal(provider().webhook(Buffer.concat([raw, Buffer.from(' ')]), headers), null)
      assert.equal(provider().webhook(raw, {}), null)
      const [first = ''] = Object.keys(headers)
      assert.equal(provider().webhook(raw, { [first]: `${headers[first]}0` }), null)
    })
  })
}

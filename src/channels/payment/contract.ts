/** What any card company's adapter must do, as tests: run on the fake here, on a real adapter against its sandbox. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PaymentProvider } from '#channels/payment/provider'
import { id } from '#core/id'

/** Put a provider through the contract; `good` and `declined` are tokens of its sandbox. */
export function keepsItsWord(
  name: string,
  provider: () => PaymentProvider,
  tokens: { good: string; declined: string },
): void {
  const ask = (reference: string, token = tokens.good) => provider().charge({ reference, amount_yen: 1200, token })

  describe(`${name} keeps its word`, () => {
    it('a good card is charged, and known to be', async () => {
      const reference = id()
      assert.equal(await provider().look(reference), 'none')
      assert.equal(await ask(reference), 'captured')
      assert.equal(await provider().look(reference), 'captured')
    })

    it('a declined card leaves nothing behind, and another card may pay under the same reference', async () => {
      const reference = id()
      assert.equal(await ask(reference, tokens.declined), 'declined')
      assert.equal(await provider().look(reference), 'none')
      assert.equal(await ask(reference), 'captured')
    })

    it('asked again under the same reference, even at once, it charges once', async () => {
      const reference = id()
      assert.deepEqual(await Promise.all([ask(reference), ask(reference), ask(reference)]), [
        'captured',
        'captured',
        'captured',
      ])
      assert.equal(await ask(reference), 'captured')
      await provider().refund(reference)
      assert.equal(await provider().look(reference), 'refunded', 'one refund takes all of it back')
    })

    it('what was charged is given back whole, once; asked again nothing happens', async () => {
      const reference = id()
      await ask(reference)
      for (let times = 0; times < 2; times++) await provider().refund(reference)
      assert.equal(await provider().look(reference), 'refunded')
    })

    it('what was never charged cannot be given back, and asking for it is no error', async () => {
      const reference = id()
      await provider().refund(reference)
      assert.equal(await provider().look(reference), 'none')
    })

    it('what was given back is not taken again under the same reference', async () => {
      const reference = id()
      await ask(reference)
      await provider().refund(reference)
      assert.equal(await ask(reference), 'declined')
      assert.equal(await provider().look(reference), 'refunded')
    })

    it('references do not know each other', async () => {
      const [one, other] = [id(), id()]
      await Promise.all([ask(one), ask(other)])
      await provider().refund(one)
      assert.equal(await provider().look(other), 'captured')
    })
  })
}

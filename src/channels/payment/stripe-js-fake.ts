import type { Page } from 'playwright-core'
import type { FakeStripe } from './stripe-fake.ts'

/** As much of js.stripe.com as our checkout speaks: a field for a card's number in a frame of its own, and a bank that asks. */
const script = `
window.Stripe = () => {
  const frame = (src, title) => Object.assign(document.createElement('iframe'), { src, title })
  const answer = (from) => new Promise((done) => {
    const hear = ({ source, data }) => {
      if (source !== from.contentWindow) return
      removeEventListener('message', hear)
      done(data)
    }
    addEventListener('message', hear)
  })
  return {
    elements: () => ({
      create() {
        const ears = {}
        const field = frame('https://js.stripe.com/field', 'card')
        const hear = ({ source, data }) => source === field.contentWindow && data.complete && ears.change?.(data)
        return {
          field,
          on: (what, ear) => { ears[what] = ear },
          mount(where) {
            addEventListener('message', hear)
            field.onload = () => ears.ready?.({})
            where.append(field)
          },
          destroy() {
            removeEventListener('message', hear)
            field.remove()
          },
        }
      },
    }),
    async createPaymentMethod({ card }) {
      card.field.contentWindow.postMessage('token', '*')
      const { token } = await answer(card.field)
      await fetch('https://api.stripe.com/v1/payment_methods', { method: 'POST' })
      return token ? { paymentMethod: { id: token } } : { error: { message: 'カード番号が正しくありません。' } }
    },
    async handleNextAction({ clientSecret }) {
      const bank = frame('https://hooks.stripe.com/bank#' + clientSecret, 'bank')
      bank.style.cssText = 'position:fixed;inset:0;z-index:99;width:100%;height:100%;background:#fff'
      document.body.append(bank)
      await answer(bank)
      bank.remove()
      return {}
    },
  }
}`

const field = `<input aria-label="カード番号"><script>
const number = document.querySelector('input')
const cards = {
  '4242424242424242': 'pm_card_visa',
  '4000000000000002': 'pm_card_chargeDeclined',
  '4000002500003155': 'pm_card_authenticationRequired',
}
number.oninput = () => parent.postMessage({ complete: number.value.length === 16 }, '*')
addEventListener('message', () => parent.postMessage({ token: cards[number.value] }, '*'))
</script>`

const bank = `<button>本人です</button><button>やめる</button><script>
for (const button of document.querySelectorAll('button'))
  button.onclick = async () => {
    const herself = button.textContent === '本人です'
    await fetch('/proof', { method: 'POST', body: JSON.stringify({ herself, client_secret: location.hash.slice(1) }) })
    parent.postMessage({}, '*')
  }
</script>`

/** Let a page meet this Stripe instead of the real one; nothing of it leaves the machine. */
export async function meetStripe(page: Page, fake: FakeStripe): Promise<void> {
  const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` })
  await page.route('https://js.stripe.com/v3/', (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
  )
  await page.route('https://js.stripe.com/field', (route) => route.fulfill(html(field)))
  await page.route('https://hooks.stripe.com/bank', (route) => route.fulfill(html(bank)))
  await page.route('https://hooks.stripe.com/proof', (route) => {
    const { client_secret, herself } = route.request().postDataJSON() as { client_secret: string; herself: boolean }
    fake.prove(client_secret, herself)
    return route.fulfill({ status: 204 })
  })
  await page.route('https://api.stripe.com/**', (route) =>
    route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
  )
}

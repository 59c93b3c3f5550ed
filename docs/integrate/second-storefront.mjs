// A second storefront: list → product → cart → order, in one file, by the public API alone. No key, no build, no library.
//   ENGAWA_URL=http://localhost:3000 PORT=4000 node docs/integrate/second-storefront.mjs
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

const engawa = process.env.ENGAWA_URL ?? 'http://localhost:3000'

/** Ask the API as this visitor. A POST carries a key of its own, so that a repeat after a lost answer is no second order. */
async function ask(token, method, path, body, key) {
  const reply = await fetch(new URL(path, engawa), {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = await reply.json()
  // Refusals are told in the customer's language (RFC 9457): they can be shown as they are.
  if (!reply.ok) throw Object.assign(new Error(answer.title ?? reply.statusText), { status: reply.status })
  return answer
}

const safe = (text) => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const yen = (amount) => (amount === null ? '' : `¥${amount.toLocaleString('ja-JP')}`)
const marks = { many: '◎ 在庫あり', few: '△ 残りわずか', none: '× 在庫なし' }

const page = (title, body) => `<!doctype html><html lang="ja"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${safe(title)}</title>
<style>body{font:16px/1.8 system-ui,"Hiragino Sans",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
a{color:inherit}ul{list-style:none;padding:0}li{border-top:1px solid #ddd;padding:.6rem 0}button{font:inherit;padding:.5rem 1.2rem}
label{display:block;margin:.6rem 0}input,select{font:inherit;width:100%;padding:.4rem;box-sizing:border-box}</style>
<p><a href="/">商品一覧</a> ・ <a href="/cart">カート</a></p><h1>${safe(title)}</h1>${body}</html>`

async function list(token, { searchParams }) {
  const q = searchParams.get('q') ?? ''
  const { items } = await ask(token, 'GET', `/v1/desk/products?limit=40&q=${encodeURIComponent(q)}`)
  const rows = items.map(
    (item) => `<li><a href="/products/${item.product_id}">${safe(item.name)}</a> ${yen(item.price_yen)} ${marks[item.stock]}</li>`,
  )
  return page('商品一覧', `<form><input name="q" aria-label="さがす" value="${safe(q)}" placeholder="さがす"></form><ul>${rows.join('')}</ul>`)
}

async function product(token, id) {
  const found = await ask(token, 'GET', `/v1/desk/products/${id}`)
  const choices = found.variants.map(
    (variant) => `<form method="post" action="/cart"><input type="hidden" name="variant_id" value="${variant.variant_id}">
      <p>${safe(Object.values(variant.options ?? {}).join(' '))} ${yen(variant.yen)}（税込）</p><button>カートに入れる</button></form>`,
  )
  return page(found.name, `<p>${safe(found.description)}</p>${choices.join('')}`)
}

async function cart(token) {
  const { lines, total_yen } = await ask(token, 'GET', '/v1/carts/current')
  const { items } = await ask(token, 'GET', '/v1/stores/places?pickup=true&limit=50')
  const rows = lines.map((line) => `<li>${safe(line.name)} × ${line.quantity} ${yen(line.amount_yen)}</li>`)
  const shops = items.map((place) => `<option value="${place.place_id}">${safe(place.name)}</option>`)
  // Made with the page: pressed twice, it is one order.
  const order = `<form method="post" action="/order"><input type="hidden" name="key" value="${randomUUID()}">
    <label>受け取る店舗<select name="place_id">${shops.join('')}</select></label>
    <label>お名前<input name="family_name" required></label><label>メールアドレス<input name="email" type="email" required></label>
    <button>店舗受け取りで注文する（お支払いは店舗で）</button></form>`
  return page('カート', lines.length ? `<ul>${rows.join('')}</ul><p>合計 ${yen(total_yen)}（税込）</p>${order}` : '<p>カートは空です。</p>')
}

async function order(token, form) {
  const made = await ask(
    token,
    'POST',
    '/v1/orders',
    {
      way: 'collect',
      place_id: form.get('place_id'),
      cart: true,
      contact: { family_name: form.get('family_name'), email: form.get('email') },
      payments: [{ method: 'pay_in_shop' }],
    },
    form.get('key'),
  )
  return page('ご注文ありがとうございます', `<p>注文番号 ${safe(made.number)}、合計 ${yen(made.total_yen)}</p><p>受け取りコード <b>${safe(made.pickup.code)}</b></p>`)
}

/** One visitor for each browser; her token stays on this server's side of the cookie. */
async function visitor(request, response) {
  const known = /(?:^|; )visit=([\w.~-]+)/.exec(request.headers.cookie ?? '')?.[1]
  if (known) return known
  const { token } = await ask(undefined, 'POST', '/v1/customers/visitors', {})
  response.setHeader('set-cookie', `visit=${token}; HttpOnly; SameSite=Lax; Path=/`)
  return token
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://here')
  const token = await visitor(request, response)
  if (request.method === 'POST') {
    let text = ''
    for await (const chunk of request) text += chunk
    const form = new URLSearchParams(text)
    if (url.pathname === '/order') return order(token, form)
    await ask(token, 'POST', '/v1/carts/current/items', { variant_id: form.get('variant_id'), quantity: 1 })
    return cart(token)
  }
  if (url.pathname === '/cart') return cart(token)
  const id = /^\/products\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1]
  if (id) return product(token, id)
  if (url.pathname === '/') return list(token, url)
  throw Object.assign(new Error('このページはありません。'), { status: 404 })
}

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  try {
    response.end(await answer(request, response))
  } catch (error) {
    response.statusCode = error.status ?? 502
    response.end(page('申し訳ありません', `<p>${safe(error.status ? error.message : 'いまお店につながりません。')}</p>`))
  }
})
server.listen(Number(process.env.PORT ?? 4000), () => console.log(`http://localhost:${server.address().port}`))

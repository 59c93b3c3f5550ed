/**
 * Everybody can use every page: axe-core finds nothing serious, in both languages, light and dark; a narrow phone and a page
 * enlarged to twice its size scroll downwards only and cut no word. ENGAWA_AXE_LANGS=en looks in one language alone.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { counterCode } from '../../src/stores/gift-counter.ts'
import { openScreens, type Screens, tablet } from './open.ts'
import { facePages, storefrontPages } from './pages.ts'
import { atTill } from './tilling.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const langs = (process.env.ENGAWA_AXE_LANGS ?? 'ja,en').split(',') as ('ja' | 'en')[]
const oats = '4599990000016'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
type Finding = { id: string; impact: string; nodes: { target: string[]; html: string; any: { message: string }[] }[] }
type Look = { pages: string[]; page: Page; widths: number[]; height: number }

describe('every page of every face', () => {
  let shop: Screens
  let params: Record<string, string>
  let token: string
  let gifts: string[]
  before(async () => {
    shop = await openScreens()
    const member = await shop.member('axe-hanako')
    token = member.token
    const hers = shop.speak(token)
    const lines = [{ variant_id: shop.variant[oats], quantity: 1 }]
    const way = { way: 'collect', place_id: shop.shinjuku }
    const ordered = await hers.post('/v1/orders', { ...way, lines, payments: [{ method: 'pay_in_shop' }] })
    assert.equal(ordered.status, 201, ordered.text)
    const put = await hers.post('/v1/carts/current/items', { variant_id: shop.variant[oats], quantity: 1, ...way })
    assert.ok(put.status < 300, put.text)
    const contact = { method: 'card', token: 'tok_visa' }
    const message = { from: 'ハナコ', message: 'いつもありがとう' }
    const given = await hers.post('/v1/orders', { way: 'gift', lines, gifts: [message], payments: [contact] })
    assert.equal(given.status, 201, given.text)
    const [gift] = (await hers.get('/v1/gifts')).body.items as { token: string }[]
    gifts = [`/orders/${given.body.order_id}`, `/gift#${gift?.token}`, `/gift-links#${gift?.token}`]
    const product = await shop.speak().get(`/v1/catalog/products/ext:${oats}`)
    const category = await shop.speak(shop.api_key).post('/v1/catalog/categories', { name: '食品', name_en: 'Food' })
    assert.ok(category.status < 300, category.text)
    const rule = { all: [{ any: [{ is: 'points', at_least: 1 }] }] }
    const segment = await shop.speak(shop.api_key).post('/v1/segments', { name: 'ポイントのある方', rule })
    assert.equal(segment.status, 201, segment.text)
    const signs = [{ is: 'word', among: ['有機'] }]
    const tag = { name: '有機', rule: { signs, bought: 4, viewed: 1, half_life_days: 90, threshold: 4.5 } }
    const tagged = await shop.speak(shop.api_key).post('/v1/tags', tag)
    assert.equal(tagged.status, 201, tagged.text)
    params = {
      tag_id: String(tagged.body.tag_id),
      segment_id: String(segment.body.segment_id),
      product_id: String(product.body.product_id),
      category_id: String(category.body.category_id),
      order_id: String(ordered.body.order_id),
      customer_id: member.customer_id,
      place_id: shop.shinjuku,
      number: String(ordered.body.number),
      code: '',
      counter_code: counterCode(shop.shinjuku),
      ...(await shelved()),
      key: 'loyalty.programme',
      import_id: await brought(),
      offer_id: await drafted(),
    }
  })
  after(() => shop?.close())

  /** An offer by coupon that somebody has to look at again. */
  async function drafted(): Promise<string> {
    const admin = shop.speak(shop.staff.admin.token)
    const rule = { goods: {}, conditions: { coupon: true }, effect: { kind: 'percent', rate_num: 10, rate_den: 100 } }
    const made = await admin.post('/v1/promotions/offers', { name: '日本一の割引', name_en: 'Best discount', rule })
    assert.equal(made.status, 201, made.text)
    const coupons = `/v1/promotions/offers/${made.body.offer_id}/coupons`
    assert.equal((await admin.post(coupons, { count: 2 })).status, 201)
    return String(made.body.offer_id)
  }

  /** A campaign at a shelf with a prize to be won, and a receipt told there that waits for a person. */
  async function shelved(): Promise<{ shelf_code: string; campaign_id: string }> {
    const admin = shop.speak(shop.staff.admin.token)
    const variant_id = shop.variant[oats]
    const days = { starts_on: '2020-01-01', ends_on: '2099-12-31' }
    const figures = { rate_num: 1, rate_den: 100, serial_points: 50, basis_yen: 594, planned_sales_yen: 1_000_000 }
    const prizes = [{ name: 'マグカップ', name_en: 'Mug', value_yen: 900, quantity: 5, odds_num: 1 }]
    const named = { name: 'オーツの応募', name_en: 'Oats', maker: '麦畑', goods: { variant_ids: [variant_id] } }
    const made = await admin.post('/v1/proofs/campaigns', { ...named, ...days, ...figures, prizes })
    assert.equal(made.status, 201, made.text)
    const at = `/v1/proofs/campaigns/${made.body.campaign_id}`
    const code = String(made.body.code)
    for (const noun of ['serials', 'opening']) await admin.post(`${at}/${noun}`, noun === 'serials' ? { count: 1 } : {})
    const receipt = { shop: 'よその店', bought_on: '2026-11-01', number: 'axe', price_yen: 90_000 }
    const told = await shop.speak(token).post('/v1/proofs/entries', { code, variant_id, receipt })
    assert.equal(told.body.state, 'review', told.text)
    return { shelf_code: code, campaign_id: String(made.body.campaign_id) }
  }

  /** A small file brought in at the office, with one row that is refused. */
  async function brought(): Promise<string> {
    const admin = shop.speak(shop.staff.admin.token)
    const upload = `/v1/integrations/uploads/${(await admin.post('/v1/integrations/uploads', { file_name: 'a.csv' })).body.upload_id}`
    const sent = await fetch(`${shop.url}${upload}/content`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${shop.staff.admin.token}`, 'content-type': 'application/octet-stream' },
      body: '商品コード,商品名,税区分,単価\nA1,牛乳,軽減,216\nA2,洗剤,標準,\n',
    })
    assert.equal(sent.status, 200, await sent.text())
    const { resource, map } = (await admin.get(`${upload}/guess?source=pos`)).body
    const planned = await admin.put(`${upload}/plan`, { resource, map })
    assert.equal(planned.status, 200, planned.text)
    const asked = await admin.post('/v1/integrations/imports', { upload_id: upload.split('/').at(-1) })
    assert.equal(asked.status, 202, asked.text)
    return String(asked.body.import_id)
  }

  const speaking = async (page: Page, lang: 'ja' | 'en') => {
    await page.context().addCookies([{ name: 'engawa_lang', value: lang, url: shop.url }])
  }

  it('the storefront', async () => {
    const page = await shop.shopper(shop.shinjuku, token)
    await everyone({ page, pages: [...storefrontPages(params), ...gifts], widths: [320, 640], height: 844 })
  })

  it('the storefront, to a guest', async () => {
    const page = await shop.shopper(shop.shinjuku)
    const own = [
      gifts[1] as string,
      '/gifts',
      `/shelf/${params.shelf_code}`,
      '/entries',
      '/account',
      '/card',
      '/orders',
      '/holds',
      '/security',
      '/join',
      '/cart',
    ]
    await everyone({ page, pages: own, widths: [320], height: 844 })
  })

  it('the counter', async () => {
    const page = await shop.counter()
    await page.goto('/counter/')
    await page.getByLabel('PIN').waitFor()
    const found = [...(await judge(page, 'sign-in')), ...(await cut(page, 'sign-in', [320, 590], 820))]
    await page.setViewportSize(tablet)
    await atTill(page).signIn('新宿店', 'S-001')
    await everyone({ page, pages: facePages('counter', params), widths: [320, 590], height: 820 }, found)
  })

  it('the console', async () => {
    const page = await shop.office(shop.staff.admin.token)
    await everyone({ page, pages: facePages('console', params), widths: [], height: 900 })
  })

  /** Each page once in each language; the other light changes colours alone. */
  async function everyone({ pages, page, widths, height }: Look, found: string[] = []) {
    const usual = page.viewportSize()
    assert.ok(pages.length > 3, 'the router’s list')
    for (const lang of langs) {
      await speaking(page, lang)
      for (const path of pages) {
        if (usual) await page.setViewportSize(usual)
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        found.push(...(await judge(page, `${path} ${lang} light`)))
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
        found.push(...(await judge(page, `${path} ${lang} dark`, ['color-contrast'])))
        found.push(...(await cut(page, `${path} ${lang}`, widths, height)))
      }
    }
    assert.deepEqual(found, [])
  }
})

/** What axe finds serious or critical on the page as it stands. */
async function judge(page: Page, where: string, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(
    async (runOnly) =>
      (
        await (
          window as unknown as { axe: { run(on: Document, how: object): Promise<{ violations: Finding[] }> } }
        ).axe.run(document, { runOnly, resultTypes: ['violations'] })
      ).violations,
    rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${where}: ${id} ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`),
    )
}

/** Words that stick out of the window or are cut by a box that neither scrolls nor says … . */
async function cut(page: Page, where: string, widths: number[], height: number): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height })
    const words = await page.evaluate(() => {
      const told: string[] = []
      const wide = document.scrollingElement?.scrollWidth ?? 0
      if (wide > innerWidth) told.push(`${wide} px wide`)
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const on = node.parentElement
        if (!node.textContent?.trim() || !on?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.width < 2) continue
        let edge = { left: 0, right: innerWidth }
        for (let box: Element | null = on; box; box = box.parentElement) {
          const style = getComputedStyle(box)
          if (style.overflowX === 'visible') continue
          const at = box.getBoundingClientRect()
          // Meant: it scrolls, says … for the rest, or is there for ears only.
          const meant =
            /auto|scroll/.test(style.overflowX) ||
            style.textOverflow === 'ellipsis' ||
            style.webkitLineClamp !== 'none' ||
            at.width <= 1
          edge = meant ? { left: -Infinity, right: Infinity } : { left: at.left, right: at.right }
          break
        }
        if (text.left < edge.left - 2 || text.right > edge.right + 2) told.push(node.textContent.trim().slice(0, 40))
      }
      return told
    })
    found.push(...words.map((word) => `${where} ${width} px: ${word}`))
  }
  return found
}

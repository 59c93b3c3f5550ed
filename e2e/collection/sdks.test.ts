/** Goal: the SDKs shops already use work against us unchanged. Every call of each, and what was stored beside what was said. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { jitsuAnalytics } from '@jitsu/js'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import type * as Next from '@segment/analytics-next'
import { Analytics } from '@segment/analytics-node'
import { chromium } from 'playwright-core'
import { basic, type Collecting, collecting } from '../collecting.ts'

const require = createRequire(import.meta.url)
const { findChromium } = require('../../scripts/chromium.cjs') as { findChromium(): string | undefined }
const analyticsNext = require.resolve('@segment/analytics-next').replace(/dist.*/, 'dist/umd/index.js')

const properties = {
  product_id: 'P-1',
  sku: 'S-1',
  price: 1980,
  name: '麻のシャツ',
  nested: { deep: [1, 'two', null] },
}
const traits = { plan: 'gold', size: 'M' }
const context = { locale: 'ja-JP' }
type Item = Record<string, unknown>

suite('the SDKs of others, unchanged', () => {
  let house: Collecting
  let url = ''
  before(async () => {
    house = await collecting()
    url = await house.app.listen({ port: 0, host: '127.0.0.1' })
  })
  after(() => house.close())

  /** What a source told, by kind. */
  async function stored(source_id: string): Promise<Map<unknown, Item>> {
    const told = await house.told(source_id)
    return new Map(told.map(({ item }) => [item.type, item]))
  }
  function same(items: Map<unknown, Item>, kind: string, said: Item): void {
    const item = items.get(kind)
    assert.ok(item, kind)
    for (const [field, value] of Object.entries(said)) assert.deepEqual(item[field], value, `${kind}.${field}`)
    for (const field of ['messageId', 'timestamp', 'receivedAt'])
      assert.equal(typeof item[field], 'string', `${kind}.${field}`)
  }

  test('@segment/analytics-node', async () => {
    const { source_id, write_key } = await house.source({ kind: 'server' })
    const analytics = new Analytics({ writeKey: write_key, host: url, flushAt: 3 })
    const failed: unknown[] = []
    analytics.on('error', (error) => failed.push(error))
    const who = { userId: 'seg-1', anonymousId: 'seg-browser' }
    analytics.identify({ ...who, traits, context })
    analytics.track({ ...who, event: 'Product Viewed', properties, context })
    analytics.page({ ...who, name: 'Home', category: 'Top', properties: { path: '/' } })
    analytics.screen({ ...who, name: 'Main', properties: { tab: 1 } })
    analytics.group({ ...who, groupId: 'g-1', traits: { seats: 3 } })
    analytics.alias({ userId: 'seg-1', previousId: 'seg-0' })
    await analytics.closeAndFlush()
    assert.deepEqual(failed, [])
    const items = await stored(source_id)
    same(items, 'identify', { ...who, traits })
    same(items, 'track', { ...who, event: 'Product Viewed', properties })
    same(items, 'page', { ...who, name: 'Home', category: 'Top', properties: { category: 'Top', path: '/' } })
    same(items, 'screen', { ...who, name: 'Main', properties: { tab: 1 } })
    same(items, 'group', { ...who, groupId: 'g-1', traits: { seats: 3 } })
    same(items, 'alias', { userId: 'seg-1', previousId: 'seg-0' })
    const told = (items.get('track') as Item).context as { locale: string; library: Item }
    assert.deepEqual([told.locale, told.library.name], ['ja-JP', '@segment/analytics-node'])
  })

  test('@rudderstack/rudder-sdk-node, which packs what it sends', async () => {
    const { source_id, write_key } = await house.source({ kind: 'server' })
    const rudder = new RudderAnalytics(write_key, { dataPlaneUrl: url, flushAt: 20 })
    const who = { userId: 'rud-1', anonymousId: 'rud-browser' }
    rudder.identify({ ...who, traits })
    rudder.track({ ...who, event: 'Order Completed', properties: { order_id: 'O-1', total: 500 } })
    rudder.page({ ...who, name: 'Home', properties: { path: '/' } })
    rudder.screen({ ...who, name: 'Main', properties: { tab: 1 } })
    rudder.group({ ...who, groupId: 'g-1', traits: { seats: 3 } })
    rudder.alias({ userId: 'rud-1', previousId: 'rud-0' })
    await rudder.flush()
    const items = await stored(source_id)
    same(items, 'identify', who)
    const told = items.get('identify') as Item
    assert.deepEqual(told.traits ?? (told.context as Item).traits, traits)
    same(items, 'track', { ...who, event: 'Order Completed', properties: { order_id: 'O-1', total: 500 } })
    same(items, 'page', { ...who, name: 'Home' })
    same(items, 'screen', { ...who, name: 'Main' })
    same(items, 'group', { ...who, groupId: 'g-1' })
    same(items, 'alias', { userId: 'rud-1', previousId: 'rud-0' })
  })

  test('@jitsu/js', async () => {
    const { source_id, write_key } = await house.source({ kind: 'server' })
    const jitsu = jitsuAnalytics({
      host: url,
      writeKey: write_key,
      runtime: undefined,
      errorPolicy: 'rethrow',
    } as never)
    await jitsu.identify('jit-1', traits)
    await jitsu.track('Product Viewed', { ...properties })
    await jitsu.page({ name: 'Home' } as never)
    await jitsu.group('g-1', { seats: 3 })
    const items = await stored(source_id)
    same(items, 'identify', { userId: 'jit-1', traits })
    same(items, 'track', { event: 'Product Viewed', properties })
    same(items, 'group', { groupId: 'g-1', traits: { seats: 3 } })
    assert.ok(items.get('page'))
  })

  test('@segment/analytics-next in a browser, on a page of another origin', async () => {
    const { source_id, write_key } = await house.source()
    const shop = createServer((request, answer) => {
      const script = request.url === '/analytics.js'
      answer.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
      answer.end(
        script ? readFileSync(analyticsNext) : '<title>麻のシャツ</title><script src="/analytics.js"></script>',
      )
    })
    await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening))
    const browser = await chromium.launch({ executablePath: findChromium() as string })
    try {
      const page = await browser.newPage()
      const failed: string[] = []
      page.on(
        'console',
        (said) => said.type() === 'error' && !said.text().includes('favicon') && failed.push(said.text()),
      )
      await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/p/1`)
      await page.evaluate(
        async ([cdnURL, writeKey, traits, properties]) => {
          const { AnalyticsBrowser } = (globalThis as unknown as { AnalyticsNext: typeof Next }).AnalyticsNext
          const [analytics] = await AnalyticsBrowser.load({ cdnURL, writeKey })
          await analytics.identify('next-1', traits)
          await analytics.track('Product Viewed', properties)
          await analytics.page('Top', 'Home', { path: '/p/1' })
          await analytics.screen('Main', { tab: 1 })
          await analytics.group('g-1', { seats: 3 })
          await analytics.alias('next-1', 'next-0')
        },
        [url, write_key, traits, properties] as const,
      )
      assert.deepEqual(failed, [])
    } finally {
      await browser.close()
      shop.close()
    }
    const items = await stored(source_id)
    same(items, 'identify', { userId: 'next-1', traits })
    same(items, 'track', { userId: 'next-1', event: 'Product Viewed', properties })
    same(items, 'page', { userId: 'next-1', name: 'Home', category: 'Top' })
    assert.equal(((items.get('page') as Item).properties as Item).title, '麻のシャツ')
    same(items, 'screen', { userId: 'next-1', name: 'Main' })
    same(items, 'group', { userId: 'next-1', groupId: 'g-1', traits: { seats: 3 } })
    same(items, 'alias', { userId: 'next-1', previousId: 'next-0' })
    const { anonymousId, context: told } = items.get('track') as { anonymousId: string; context: { library: Item } }
    assert.equal(told.library.name, 'analytics.js')
    assert.ok([...items.values()].every((item) => item.type === 'alias' || item.anonymousId === anonymousId))
  })

  test('analytics.js learns where to send from the settings it asks for', async () => {
    const { write_key } = await house.source()
    const answer = await fetch(`${url}/v1/projects/${write_key}/settings`)
    const settings = (await answer.json()) as { integrations: { 'Segment.io': Item } }
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    const { apiKey, protocol, apiHost } = settings.integrations['Segment.io']
    assert.deepEqual([apiKey, `${protocol}://${apiHost}`], [write_key, `${url}/v1`])
    const sent = await fetch(`${url}/v1/t`, {
      method: 'POST',
      headers: basic(write_key),
      body: JSON.stringify({ event: 'A', anonymousId: 'js' }),
    })
    assert.equal(sent.status, 200)
  })
})

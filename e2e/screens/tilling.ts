/** What a clerk does at a till, through its screen. */
import type { Page } from 'playwright-core'

/** A fact the till keeps on its device. */
const factOf = (page: Page, name: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<unknown>((done) => {
        const asked = indexedDB.open('engawa-till')
        asked.onerror = () => done(undefined)
        asked.onsuccess = () => {
          const got = asked.result.transaction('facts').objectStore('facts').get(wanted)
          got.onsuccess = () => {
            asked.result.close()
            done(got.result)
          }
        }
      }),
    name,
  )

export function atTill(page: Page) {
  const knows = async (name: string, enough: (fact: unknown) => boolean) => {
    while (!enough(await factOf(page, name))) await page.waitForTimeout(100)
  }
  return {
    async signIn(place: string, code: string, { pin = '246810', at = '商品を読み取ると、ここに並びます' } = {}) {
      await page.getByLabel('店舗・拠点').selectOption({ label: place })
      await page.getByLabel('スタッフ番号').fill(code)
      await page.getByLabel('PIN').fill(pin)
      await page.getByRole('button', { name: '始める' }).click()
      await page.getByText(at).first().waitFor()
    },
    /** A reader types faster than any hand, wherever the focus is. */
    scan: (code: string) =>
      page.evaluate((text) => {
        for (const key of [...text, 'Enter'])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }, code),
    /** A line of the sale under way, not of the receipt beside it. */
    line: (words: string) =>
      page.getByRole('listitem').filter({ hasText: words, has: page.getByRole('button', { name: '1つ減らす' }) }),
    /** One sale paid to the yen: scan, ちょうど, 会計する, until its receipt stands there. */
    async sell(code: string, words: string) {
      await this.scan(code)
      await this.line(words).waitFor()
      await page.getByRole('button', { name: 'ちょうど' }).click()
      await page.getByRole('button', { name: '会計する' }).click()
      await page.getByText('お会計がすみました').waitFor()
    },
    /** What is under way is on the device's disk. */
    hasKeptItsSale: () => knows('sale', (sale) => ((sale as { lines?: unknown[] })?.lines?.length ?? 0) > 0),
    /** The device can open without a network from now on. */
    async isReadyForTheWorst() {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await knows('goods_whole_at', (at) => at !== undefined)
    },
  }
}

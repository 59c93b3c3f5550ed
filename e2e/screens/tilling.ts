/** What a clerk does at a till, through its screen. */
import type { Page } from 'playwright-core'

export function atTill(page: Page) {
  return {
    async signIn(place: string, code: string, pin = '246810') {
      await page.getByLabel('店舗・拠点').selectOption({ label: place })
      await page.getByLabel('スタッフ番号').fill(code)
      await page.getByLabel('PIN').fill(pin)
      await page.getByRole('button', { name: '始める' }).click()
      await page.getByText('商品を読み取ると、ここに並びます').waitFor()
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
    /** The device can open without a network from now on. */
    async isReadyForTheWorst() {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
      })
      await page.waitForFunction(
        () =>
          new Promise((done) => {
            const asked = indexedDB.open('engawa-till')
            asked.onsuccess = () => {
              const db = asked.result
              const got = db.transaction('facts').objectStore('facts').get('goods_whole_at')
              got.onsuccess = () => {
                db.close()
                done(got.result !== undefined)
              }
            }
            asked.onerror = () => done(false)
          }),
      )
    },
  }
}

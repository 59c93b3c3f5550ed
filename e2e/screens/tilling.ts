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
    /** One sale paid to the yen, hand over hand: scan, ちょうど, 会計する, until the receipt stands there. */
    sell: (code: string, words: string) =>
      page.evaluate(
        async ({ code, words }) => {
          const until = async (found: () => Element | undefined | null | false) => {
            for (;;) {
              const element = found()
              if (element) return element
              await new Promise((next) => setTimeout(next, 5))
            }
          }
          const button = (name: string) =>
            [...document.querySelectorAll('button')].find((each) => each.innerText.trim() === name && !each.disabled)
          for (const key of [...code, 'Enter'])
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
          await until(() => document.querySelector('output')?.closest('li')?.innerText.includes(words) && document.body)
          ;((await until(() => button('ちょうど'))) as HTMLElement).click()
          ;((await until(() => button('会計する'))) as HTMLElement).click()
          await until(() => document.querySelector('[data-print]'))
        },
        { code, words },
      ),
    /** What is under way is on the device's disk. */
    hasKeptItsSale: () => knows('sale', (sale) => ((sale as { lines?: unknown[] })?.lines?.length ?? 0) > 0),
    /** The device can open without a network from now on. */
    async isReadyForTheWorst() {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await knows('goods_whole_at', (at) => at !== undefined)
    },
  }
}

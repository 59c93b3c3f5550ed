/** J15 through the screen: a POP-UP's till whose line is really cut sells on, dies and comes back; nothing is lost, nothing doubled. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { putStaff } from '../../src/access/access.ts'
import { system } from '../../src/core/actor.ts'
import { raw, rows, transaction } from '../../src/core/database.ts'
import { id } from '../../src/core/id.ts'
import { receive } from '../../src/inventory/inventory.ts'
import { blankPlace, putPlace } from '../../src/stores/stores.ts'
import { verify } from '../../src/verify.ts'
import { type Line, layLine } from './line.ts'
import { type Device, openScreens, type Screens } from './open.ts'
import { atTill } from './tilling.ts'

const SALES = Number(process.env.ENGAWA_OFFLINE_SALES ?? 200)
// Fewer pieces than are sold: what is missing must become tasks.
const THERE = Math.round(SALES * 0.75)
const bag = { gtin: '4599990000191', name: '帆布バッグ', yen: 6600, tax: 'standard' }
const sweets = { gtin: '4599990000207', name: '柚子の焼菓子', yen: 1080, tax: 'food' }
const oats = '4599990000016'

describe('J15: a till without a network', () => {
  let shop: Screens
  let line: Line
  let popup: string
  let device: Device
  let till: ReturnType<typeof atTill>
  const folder = mkdtempSync(join(tmpdir(), 'engawa-till-'))
  const variants = new Map<string, string>()

  before(async () => {
    shop = await openScreens()
    line = await layLine(shop.url)
    popup = await transaction(shop.db, system, async (tx) => {
      const { place_id } = await putPlace(tx, system, { ...blankPlace, kind: 'popup', name: 'POP-UP 京都駅' })
      const who = { code: 'S-020', display_name: '井上', role: 'clerk' as const, place_ids: [place_id], pin: '246810' }
      await putStaff(tx, system, who)
      return place_id
    })
    for (const { gtin, name, yen, tax } of [bag, sweets]) {
      const valid_from = '2026-01-01T00:00:00Z'
      const made = await shop.speak(shop.api_key).post('/v1/catalog/products', {
        name,
        tax_category: tax,
        published_at: valid_from,
        variants: [{ gtin, prices: [{ yen, valid_from }] }],
      })
      variants.set(gtin, (made.body.variants as { variant_id: string }[])[0]?.variant_id as string)
      await stock(gtin, 5)
    }
    variants.set(oats, shop.variant[oats] as string)
    await stock(oats, THERE)
    await open()
    await till.signIn('POP-UP 京都駅', 'S-020')
    await till.isReadyForTheWorst()
    while (!hasKeptItsSignIn()) await device.page.waitForTimeout(500)
  })
  after(async () => {
    await line?.close()
    await shop?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const stock = (gtin: string, quantity: number) =>
    transaction(shop.db, system, (tx) =>
      receive(tx, system, {
        ...{ place_id: popup, variant_id: variants.get(gtin) as string, quantity },
        ...{ kind: 'opening', source_kind: 'test', source_id: id() },
      }),
    )
  const open = async () => {
    device = await shop.device(folder)
    till = atTill(device.page)
    await device.page.goto(`${line.url}/counter/`)
  }
  /** A browser writes its cookies to disk half a minute late: whoever is killed before that signs in again. */
  const hasKeptItsSignIn = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[/])Cookies$/.test(path))
      .some((path) => readFileSync(join(folder, path)).includes('engawa_staff'))
  /** The browser is killed as a power cut would, and begun again on the same disk. */
  const die = async () => {
    const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1))
    const closed = new Promise((done) => device.context.once('close', done))
    process.kill(pid, 'SIGKILL')
    await closed
    rmSync(join(folder, 'SingletonLock'), { force: true })
    await open()
  }
  const unsent = (count: number) => device.page.getByText(new RegExp(`未送信 ${count}件`)).waitFor()
  const sellOats = () => till.sell(oats, 'オーガニックオーツ')
  // Each step stands on the one before.
  let whole = true
  const step = (name: string, work: () => Promise<void>, timeout = 300_000) =>
    it(name, { timeout }, async () => {
      assert.ok(whole, 'what it stands on failed')
      whole = false
      await work()
      whole = true
    })
  const row = async (text: string) =>
    (await transaction(shop.db, system, (tx) => rows<Record<string, number>>(tx, raw(text))))[0] ?? {}
  const booked = () =>
    row(
      `select count(*)::int as orders, sum(total_yen)::int as yen, sum((select sum((t->>'tax_yen')::int) from jsonb_array_elements(taxes) t))::int as tax
       from orders."order" where place_id = '${popup}'`,
    )
  const onHand = async (gtin: string) =>
    (
      await row(
        `select on_hand from inventory.stock where place_id = '${popup}' and variant_id = '${variants.get(gtin)}'`,
      )
    ).on_hand

  step('sells to the yen while the line is cut, and greys what needs the house', async () => {
    const { page } = device
    await line.cut()
    await till.scan(bag.gtin)
    await till.line(bag.name).waitFor()
    await till.scan(sweets.gtin)
    await till.line(sweets.name).waitFor()
    await page.getByText('10%対象 ¥6,600（税¥600）').waitFor()
    await page.getByText('8%対象 ¥1,080（税¥80）').waitFor()
    await page.getByRole('button', { name: '¥10,000' }).click()
    await page.getByRole('button', { name: '会計する' }).click()
    await page.getByText('お会計がすみました').waitFor()
    const receipt = await page.locator('article').innerText()
    for (const words of ['¥7,680', '10%対象 ¥6,600（税¥600）', '8%対象 ¥1,080（税¥80）', 'お釣り ¥2,320'])
      assert.ok(receipt.includes(words), `${words} in ${receipt}`)
    await page.getByText('通信が切れています。販売は続けられます').waitFor()
    await unsent(1)
    await page.getByRole('link', { name: '次のお会計へ' }).click()
    const points = page.getByRole('button', { name: 'ポイントを使う' })
    assert.match(await points.innerText(), /通信が戻ると使えます/)
    assert.equal(await points.isDisabled(), true)
    assert.equal((await booked()).orders, 0)
  })

  step('opens again without the line, with its sale under way and all it owes', async () => {
    const { page } = device
    await till.scan(oats)
    await till.line('オーガニックオーツ').waitFor()
    await till.hasKeptItsSale()
    await page.reload()
    await till.line('オーガニックオーツ').waitFor()
    await unsent(1)
    await page.getByRole('button', { name: 'ちょうど' }).click()
    await page.getByRole('button', { name: '会計する' }).click()
    await page.getByText('お会計がすみました').waitFor()
    await unsent(2)
  })

  step(
    `sells ${SALES} times; killed right after a receipt it has forgotten none`,
    async () => {
      for (let sold = 3; sold <= SALES; sold++) {
        await sellOats()
        if (sold === Math.round(SALES * 0.3) || sold === Math.round(SALES * 0.7)) {
          await die()
          await unsent(sold)
        }
      }
      await unsent(SALES)
    },
    1_200_000,
  )

  step(
    'tells of each once when the line is back, though the first answers are lost; what was not there is one task',
    async () => {
      await line.mend()
      line.loseAnswers('POST /v1/orders/offline-sales')
      // Some of it was heard by the house, and the till does not know.
      while ((await booked()).orders === 0) await device.page.waitForTimeout(200)
      await device.page.waitForTimeout(1000)
      assert.equal(await device.page.getByText(/未送信 0件/).count(), 0)
      await line.mend()
      await unsent(0)
      const oats_sold = SALES - 1
      const tax = 680 + 44 * oats_sold
      assert.deepEqual(await booked(), { orders: SALES, yen: 7680 + 594 * oats_sold, tax })
      assert.deepEqual([await onHand(bag.gtin), await onHand(sweets.gtin), await onHand(oats)], [4, 4, 0])
      const tasks = await row(
        `select count(*)::int as tasks, count(distinct subject_id)::int as subjects, sum((detail->>'missing')::int)::int as missing
       from stores.task where kind = 'stock_collision' and place_id = '${popup}'`,
      )
      assert.deepEqual(tasks, { tasks: oats_sold - THERE, subjects: oats_sold - THERE, missing: oats_sold - THERE })
    },
  )

  step('a sale whose answer was lost is not told as another one', async () => {
    await stock(oats, 10)
    const { page } = device
    const before = (await booked()).orders ?? 0
    await till.scan(oats)
    await till.line('オーガニックオーツ').waitFor()
    await page.getByRole('button', { name: 'ちょうど' }).click()
    line.loseAnswers()
    await page.getByRole('button', { name: '会計する' }).click()
    await page.getByText('お会計がすみました').waitFor()
    await line.mend()
    await unsent(0)
    assert.equal((await booked()).orders, before + 1)
    assert.deepEqual(
      (await verify(shop.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

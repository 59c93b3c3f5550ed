import { SingleBar } from 'cli-progress'
import { follow } from '#activity/activity'
import { type Command, options } from '#commands/command'
import { attach, defaultFolder } from '#core/attach'
import { open } from '#core/database'
import { followHouseClock } from '#core/house-clock'
import { randomToken } from '#core/id'
import { installJobs } from '#core/jobs'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { refuse } from '#core/problem'
import { putSetting } from '#core/settings'
import { onStop } from '#core/stop'
import { addDays, instant } from '#core/time'
import { demoToday } from '#demo-clock'
import { type Made, makeTown, type Plan } from '#demo-town'
import { buildApp } from '#http'
import { reactions } from '#reactions'
import { rooms } from '#rooms'
import { places } from '#stores/stores'
import { type SceneName, sceneNames } from '../../town/scenes.ts'

const summary = {
  ja: '仮想の町（店・在庫・天気・何千人もの買い物客）を作り、公開APIだけで暮らしを再現します。',
  en: 'Make a simulated town of shops, stock, weather and thousands of shoppers, living through the public API alone.',
}
const usage = `[--shoppers 160] [--days 8] [--live 1] [--seed engawa] [--speed X] [--scenes a,b] [--truth DIR] [--until DATE] [--json]

  --shoppers n    people who buy (default 160); staff and shops are the same in every town
  --days n        days of life (default 8), the last of them live
  --live n        days lived call by call; those before are told in lists, as a retailer brings her history (default 1)
  --seed text     the same seed gives the same town (default engawa)
  --speed x       live days run x times as fast as life; without it as fast as they go
  --scenes a,b    what happens: ${sceneNames.join(', ')}; none (default all)
  --truth DIR     write who is who, tastes, reasons and what each offer changed into a folder the platform never reads
  --until DATE    the last day (default yesterday), so that a seed gives the same town on any day
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it); must be empty
  --json          print the result as JSON

  At the end the town's own books of orders, stock and points are laid beside Engawa's: exit code 1 when they differ.`

export const town: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'town', summary, usage },
      {
        shoppers: { type: 'string', default: '160' },
        days: { type: 'string', default: '8' },
        live: { type: 'string', default: '1' },
        seed: { type: 'string', default: 'engawa' },
        speed: { type: 'string' },
        scenes: { type: 'string' },
        truth: { type: 'string' },
        until: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const days = whole('days', values.days)
    const live = Math.min(days, whole('live', values.live))
    const last = dateOf(values.until) ?? addDays(demoToday(), -1)
    const plan: Plan = {
      seed: values.seed,
      run: randomToken(9),
      start: addDays(last, 1 - days),
      until: instant(last, '23:59:59', 'Asia/Tokyo').toISOString(),
      shoppers: whole('shoppers', values.shoppers),
      days,
      past: days - live,
      scenes: scenesOf(values.scenes),
    }
    const speed = values.speed === undefined ? undefined : whole('speed', values.speed)
    const made = await inDatabase(values.data, plan, {
      quiet: values.json === true,
      ...(values.truth ? { truth: values.truth } : {}),
      ...(speed ? { speed } : {}),
    })
    console.log(values.json ? JSON.stringify(made) : told(made))
    if (made.reckoning && made.reckoning.differences.length > 0) process.exitCode = 1
  },
}

type How = { quiet: boolean; truth?: string; speed?: number }

async function inDatabase(data: string | undefined, plan: Plan, how: How): Promise<Made> {
  const folder = process.env.DATABASE_URL ? undefined : (data ?? defaultFolder())
  const database = await attach(folder)
  onStop(() => database.stop())
  try {
    const key_from = loadKey({ url: database.url, ...(folder && { folder }) })
    await migrate(database.url, rooms)
    await installJobs(database.url)
    const db = open(database.url, { connections: 10, name: 'engawa town' })
    await confirmKey(db, key_from)
    if ((await places(db)).length > 0)
      refuse(
        'demo.not_empty',
        409,
        'このデータベースにはもう店舗があります。町は空のデータベースに作ります（--data で別のフォルダーを指定）。',
        'There are shops in this database. A town needs an empty one: name another folder with --data.',
        { field: 'data' },
      )
    follow(reactions)
    const unfollow = await followHouseClock(db)
    const app = await buildApp(db)
    const bar =
      how.quiet || !process.stderr.isTTY ? undefined : new SingleBar({ stream: process.stderr, hideCursor: true })
    bar?.start(100, 0)
    await putSetting(db, 'demo', plan, 'demo')
    const made = await makeTown(db, app, plan, {
      compare: true,
      report: (share) => bar?.update(Math.round(share * 100)),
      ...(how.truth ? { truth: how.truth } : {}),
      ...(how.speed ? { speed: how.speed } : {}),
    }).finally(() => bar?.stop())
    await app.close()
    await unfollow()
    await db.close()
    return made
  } finally {
    await database.stop()
  }
}

function told({ orders, yen, events, refused, calls, took_ms, reckoning }: Made): string {
  const seconds = Math.round(took_ms / 1000)
  const wrong = reckoning?.differences ?? []
  return [
    `${orders.toLocaleString()} orders, ¥${yen.toLocaleString()}, ${events.toLocaleString()} events, ${refused} refused; ${calls.toLocaleString()} calls in ${seconds} s`,
    wrong.length === 0
      ? `帳簿は一致しました。 The books agree: ${reckoning?.orders} orders, ${reckoning?.shelves} shelves, ${reckoning?.accounts} accounts.`
      : `帳簿が一致しません。 The books differ in ${wrong.length}: ${JSON.stringify(wrong.slice(0, 5))}`,
  ].join('\n')
}

function whole(field: string, text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  return refuse('demo.count', 400, `--${field} は1以上の整数です。`, `--${field} is a whole number from 1.`, { field })
}

function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  return refuse('demo.date', 400, '--until は 2026-11-15 の形の日付です。', '--until is a date like 2026-11-15.', {
    field: 'until',
  })
}

function scenesOf(text: string | undefined): readonly SceneName[] {
  if (text === undefined) return sceneNames
  if (text === 'none') return []
  return text.split(',').map((wanted) => {
    const name = sceneNames.find((known) => known === wanted.trim().replaceAll('-', '_'))
    return (
      name ??
      refuse(
        'demo.scene',
        400,
        `場面は ${sceneNames.join('、')} のどれかです。`,
        `A scene is one of ${sceneNames.join(', ')}.`,
        { field: 'scenes' },
      )
    )
  })
}

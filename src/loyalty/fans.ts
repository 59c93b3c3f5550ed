/** The fan level of a member: recomputed with what she does, and once a day because time alone moves it. */
import { emit, type Watcher } from '#activity/activity'
import { system } from '#core/actor'
import { type Db, one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { keepLooking } from '#core/keep-looking'
import { type Message, refuse } from '#core/problem'
import { declare, setting, settingNow } from '#core/settings'
import { addDays, businessDate, clock, instant } from '#core/time'
import { memberProfile, profilesOf } from '#customers/customers'
import { everyoneOnce } from '#loyalty/everyone'
import { type Deeds, type Fan, FanRules, fanOf, type Part, type Signal } from '#loyalty/fan-rules'
import { isMembers } from '#loyalty/purchase'
import { holdAccounts } from '#loyalty/tiers'

export const fanRules = declare({
  key: 'loyalty.fan_level',
  schema: FanRules,
  usual: {
    on: false,
    window_days: 365,
    signals: {
      recency: { weight: 20, full: 90 },
      purchases: { weight: 20, full: 12 },
      spend: { weight: 20, full: 60_000 },
      visits: { weight: 15, full: 12 },
      app: { weight: 10, full: 30 },
      reviews: { weight: 10, full: 3 },
      referrals: { weight: 5, full: 3 },
    },
    steps: [20, 40, 60, 80],
  } as FanRules,
  title: { ja: 'ファンレベル', en: 'Fan level' },
  about: {
    ja: '期間中の行動ごとに「重み×値÷満点の値」（切り捨て、重みまで）を足し、段階に届いた数＋1がレベル（1〜5）です。',
    en: 'Each signal of the window brings weight × value ÷ full (rounded down, its weight at most); the level is one more than the steps reached (1 to 5).',
  },
  check: async (_, { steps }) => {
    if (steps.some((from, at) => at > 0 && from <= (steps[at - 1] as number)))
      refuse(
        'loyalty.fan_steps',
        400,
        'レベルの境目は、小さいものから順に並べてください。',
        'Put the steps in ascending order.',
        { field: 'value' },
      )
  },
})

const names = {
  recency: { ja: '最近のお買い物', en: 'Bought lately' },
  purchases: { ja: 'お買い物の回数', en: 'Purchases' },
  spend: { ja: 'お買い上げ金額', en: 'Spent' },
  visits: { ja: '来店した日', en: 'Days in a shop' },
  app: { ja: 'アプリを使った日', en: 'Days with the app' },
  reviews: { ja: 'レビュー', en: 'Reviews' },
  referrals: { ja: 'ご紹介', en: 'Recommended to others' },
} satisfies Record<Signal, Message>

const moving: ReadonlySet<string> = new Set([
  'customer.registered',
  'customer.merged',
  'order.placed',
  'order.handed_over',
  'order.shipped',
  'order.returned',
  'order.cancelled',
  'Store Visited',
  'App Opened',
  'Application Opened',
  'Product Reviewed',
  'Product Shared',
  'Cart Shared',
])
let on = false

/** Know in this process whether fan levels are kept at all; returns how to stop. */
export async function watchFans(db: Pool): Promise<() => Promise<void>> {
  const stop = await keepLooking(() =>
    transaction(db, system, async (tx) => {
      on = (await settingNow(tx, fanRules)).on
    }),
  )
  return async () => {
    await stop()
    on = false
  }
}

export const fanReaction: Watcher = {
  name: 'fan level',
  wants: (type) => on && moving.has(type),
  when: ({ payload = {} }) => payload.points_earned === undefined || isMembers(payload),
  run: (tx, { profile_id }) => recount(tx, profile_id),
}

async function deedsOf(db: Db, profile_ids: readonly string[], window_days: number): Promise<Deeds> {
  const now = clock.iso()
  const today = businessDate(clock.now())
  const since = instant(addDays(today, -window_days), '00:00').toISOString()
  const { last_day, ...deeds } = await only<Omit<Deeds, 'days_since'> & { last_day: string | null }>(
    db,
    sql`select purchases, spend, visits, app, reviews, referrals, last_day from loyalty.deeds(${profile_ids}::uuid[], ${since}, ${now})`,
  )
  const days = (day: string) => Date.parse(day) / 86_400_000
  return { ...deeds, days_since: last_day === null ? null : Math.max(days(today) - days(last_day), 0) }
}

type Kept = Fan & { before: Part[] }

/** Recompute the level of a profile's customer; nothing for who is no member. */
async function recount(tx: Tx, profile_id: string): Promise<void> {
  const rules = await setting(tx, fanRules)
  if (!rules.on) return
  const profile_ids = await profilesOf(tx, profile_id)
  await holdAccounts(tx, profile_ids)
  const next = instant(addDays(businessDate(clock.now()), 1), '03:00').toISOString()
  if (!(await memberProfile(tx, profile_id))) {
    await run(tx, sql`update loyalty.fan set recount_at = '9999-12-31' where profile_id = any (${profile_ids}::uuid[])`)
    return
  }
  const had = await one<Kept>(
    tx,
    sql`select level, score, parts, before from loyalty.fan where profile_id = any (${profile_ids}::uuid[]) order by counted_at desc limit 1`,
  )
  const { level, score, parts } = fanOf(rules, await deedsOf(tx, profile_ids, rules.window_days))
  // What moved it last stays told until something else does.
  const moved = !had || parts.some(({ signal, points }) => points !== pointsIn(had.parts, signal))
  const before = moved ? (had?.parts ?? []) : had.before
  await run(
    tx,
    sql`insert into loyalty.fan (profile_id, level, score, parts, before, counted_at, recount_at)
          select id, ${level}, ${score}, ${JSON.stringify(parts)}::jsonb, ${JSON.stringify(before)}::jsonb, ${clock.iso()}, ${next}
          from unnest(${profile_ids}::uuid[]) id
        on conflict (profile_id) do update set level = excluded.level, score = excluded.score, parts = excluded.parts, before = excluded.before,
          counted_at = excluded.counted_at, recount_at = excluded.recount_at`,
  )
  if (level === (had?.level ?? 1)) return
  await emit(tx, {
    type: 'fan.level_changed',
    profile_id,
    source: 'loyalty',
    payload: { level, was: had?.level ?? 1, score, moved_by: mostMoved(parts, before) },
  })
}

function pointsIn(parts: readonly Part[], signal: Signal): number {
  return parts.find((part) => part.signal === signal)?.points ?? 0
}

function mostMoved(parts: readonly Part[], before: readonly Part[]): Signal {
  const by = ({ signal, points }: Part) => Math.abs(points - pointsIn(before, signal))
  return parts.reduce((most, part) => (by(part) > by(most) ? part : most)).signal
}

/** Her level with what each signal brings and what moved it last; null while fan levels are off or none was counted yet. */
export async function fanView(db: Db, profile_ids: readonly string[]) {
  const rules = await setting(db, fanRules)
  const kept = rules.on
    ? await one<Kept & { counted_at: string }>(
        db,
        sql`select level, score, parts, before, counted_at from loyalty.fan where profile_id = any (${profile_ids}::uuid[])
            order by counted_at desc limit 1`,
      )
    : undefined
  if (!kept) return { level: null, score: null, counted_at: null, next: null, parts: [] }
  const { level, score, counted_at, parts, before } = kept
  const from = rules.steps[level - 1]
  return {
    level,
    score,
    counted_at,
    next: from === undefined ? null : { level: level + 1, missing: Math.max(from - score, 0) },
    parts: parts.map((part) => ({
      ...part,
      name: names[part.signal],
      moved: part.points - pointsIn(before, part.signal),
    })),
  }
}

/** Part of the tick: whose day has come, and everyone once when levels are switched on or counted otherwise. */
export async function tickFans(db: Pool, now: string): Promise<number> {
  const rules = await transaction(db, system, (tx) => settingNow(tx, fanRules))
  if (!rules.on) return 0
  const due = await rows<{ id: string }>(db, sql`select fan_due as id from loyalty.fan_due(${now}, 100)`)
  for (const { id } of due) await transaction(db, system, (tx) => recount(tx, id))
  return due.length + (await everyoneOnce(db, 'loyalty.fans_counted', rules, recount))
}

/**
 * The tier of a member. Decided anew with each purchase and return, when its day is over, when the rules change and when people are
 * merged; offers and the points of an order ask where she stands. A change is told on the timeline with its reason.
 */
import { emit } from '#activity/activity'
import { system } from '#core/actor'
import { type Db, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { noOne } from '#core/id'
import { refuse } from '#core/problem'
import { declare, setting, settingNow } from '#core/settings'
import { businessDate, clock } from '#core/time'
import { memberProfile, membersAmong, profilesOf } from '#customers/customers'
import { everyoneOnce, markOf, nobodyYet } from '#loyalty/everyone'
import { needOwnKeys } from '#loyalty/own-keys'
import { type Counted, type Had, missing, periodOf, standingOn, type Tier, TierRules } from '#loyalty/tier-rules'

export const tierRules = declare({
  key: 'loyalty.tiers',
  schema: TierRules,
  usual: {
    by: 'yen',
    credit_num: 1,
    credit_den: 100,
    months: 12,
    first_month: 1,
    grace_days: 0,
    time_zone: 'Asia/Tokyo',
    tiers: [],
  } as TierRules,
  title: { ja: '会員ランク', en: 'Tiers of members' },
  about: {
    ja: '期間中のお買い上げ金額・回数・ランク用クレジットで決まります。届いた時点ですぐに上がり、下がるのは期間の終わりだけです。',
    en: 'By what is bought in a period: yen, purchases or credit. Up at once when reached, down only when a period ends.',
  },
  check: async (_, { tiers, time_zone }) => {
    needOwnKeys(tiers)
    if (tiers.some(({ at_least }, at) => at > 0 && at_least <= (tiers[at - 1] as Tier).at_least))
      refuse(
        'loyalty.tiers_order',
        400,
        'ランクは、条件の低いものから順に並べてください。',
        'Put the tiers in ascending order of what they ask.',
        { field: 'value' },
      )
    if (!Intl.supportedValuesOf('timeZone').includes(time_zone))
      refuse('loyalty.time_zone', 400, 'このタイムゾーンはありません。', 'There is no such time zone.', {
        field: 'value',
      })
  },
})

/** Tier credit is a unit of the ledger, as points and stamps are. */
export const credit_unit = 'tier_credit'

/** Where the customer of these profiles stands; null while she stands in none, or there are none. */
export async function tierOf(db: Db, profile_ids: readonly string[]): Promise<Tier | null> {
  const { tiers } = await setting(db, tierRules)
  if (tiers.length === 0 || profile_ids.length === 0) return null
  return bestOf(tiers, await hadBy(db, profile_ids))
}

// Just merged she may have two: the better is hers.
function bestOf(tiers: readonly Tier[], had: readonly { tier_key: string | null }[]): Tier | null {
  return tiers.findLast(({ key }) => had.some(({ tier_key }) => tier_key === key)) ?? null
}

function hadBy(db: Db, profile_ids: readonly string[]) {
  return rows<Had & { since: string }>(
    db,
    sql`select tier_key, since, until from loyalty.tier_of(${profile_ids}::uuid[])`,
  )
}

type Why = 'bought' | 'returned' | 'joined' | 'period_ended' | 'rules_changed' | 'merged' | 'unmerged'

/** Hold her accounts: two of her purchases are looked at one after the other, and what the first brings, the second sees. */
export async function holdAccounts(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(profile_ids)].sort())
    await only(tx, sql`select version from loyalty.lock_account(${id}, 'points')`)
}

/** Decide her tier, holding her accounts. */
export async function rankAlone(tx: Tx, profile_id: string, why: Why): Promise<void> {
  await holdAccounts(tx, await profilesOf(tx, profile_id))
  await rank(tx, profile_id, why)
}

/** Decide the tier of a profile's customer as of now; who is no member has none. The caller holds her accounts. */
export async function rank(tx: Tx, profile_id: string, why: Why): Promise<void> {
  const rules = await setting(tx, tierRules)
  if (rules.tiers.length === 0) return
  const profile_ids = await profilesOf(tx, profile_id)
  if (!(await memberProfile(tx, profile_id))) {
    const gone = sql`update loyalty.standing set tier_key = null, until = '9999-12-31' where profile_id = any (${profile_ids}::uuid[])`
    await run(tx, gone)
    return
  }
  const day = businessDate(clock.now(), rules.time_zone)
  const had = await hadBy(tx, profile_ids)
  const best = bestOf(rules.tiers, had)
  const known = had.find(({ tier_key }) => tier_key === (best?.key ?? null)) ?? null
  const counted = await countedBy(tx, rules, day, profile_ids)
  // What was earned together is not kept by each when they part.
  const { tier, until } = standingOn(rules, day, counted, why === 'unmerged' ? null : known)
  const key = tier?.key ?? null
  const { from, to } = periodOf(rules, day)
  const now = clock.iso()
  const since = known && known.tier_key === key ? known.since : day
  await run(
    tx,
    sql`insert into loyalty.standing (profile_id, tier_key, since, until, by, counted, period_from, period_to, rules, decided_at)
          select id, ${key}, ${since}, ${until}, ${rules.by}, ${counted[0]}, ${from}, ${to}, ${markOf(rules)}, ${now} from unnest(${profile_ids}::uuid[]) id
        on conflict (profile_id) do update set tier_key = excluded.tier_key, since = excluded.since, until = excluded.until, by = excluded.by, counted = excluded.counted,
          period_from = excluded.period_from, period_to = excluded.period_to, rules = excluded.rules, decided_at = excluded.decided_at`,
  )
  if (key === (best?.key ?? null)) return
  const place = (which: string | null) => rules.tiers.findIndex((one) => one.key === which)
  await emit(tx, {
    type: 'tier.changed',
    profile_id,
    source: 'loyalty',
    payload: {
      tier: key ?? 'none',
      was: best?.key ?? 'none',
      way: place(key) > place(best?.key ?? null) ? 'up' : 'down',
      why,
      by: rules.by,
      counted: counted[0],
      counted_before: counted[1],
      until,
    },
  })
}

async function countedBy(db: Db, rules: TierRules, day: string, profile_ids: readonly string[]): Promise<Counted> {
  const each = await countedOf(db, rules, day, profile_ids)
  return [...each.values()].reduce<Counted>(add, [0, 0, 0])
}

function add(one: Counted, other: Counted): Counted {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
}

async function countedOf(
  db: Db,
  rules: TierRules,
  day: string,
  profile_ids: readonly string[],
): Promise<Map<string, Counted>> {
  const [now, before, earlier] = [0, 1, 2].map((ago) => periodOf(rules, day, ago).from)
  const found = await rows<{ profile_id: string; now: number; before: number; earlier: number }>(
    db,
    sql`select profile_id, now, before, earlier
        from loyalty.counted(${profile_ids}::uuid[], ${rules.by}, ${periodOf(rules, day).to}, ${now}, ${before}, ${earlier})`,
  )
  return new Map(found.map((row) => [row.profile_id, [row.now, row.before, row.earlier]]))
}

/** What a member sees: her tier, since when and until when it holds, and what is missing to the next and to keep hers. */
export async function tierView(db: Db, profile_ids: readonly string[]) {
  const rules = await setting(db, tierRules)
  const day = businessDate(clock.now(), rules.time_zone)
  const had = await hadBy(db, profile_ids)
  const tier = bestOf(rules.tiers, had)
  const known = tier && had.find(({ tier_key }) => tier_key === tier.key)
  const [counted] = await countedBy(db, rules, day, profile_ids)
  return {
    by: rules.by,
    tier,
    since: known?.since ?? null,
    until: known?.until ?? null,
    period: periodOf(rules, day),
    counted,
    ...missing(rules, counted, tier),
    tiers: rules.tiers,
  }
}

export type Simulated = {
  members: number
  up: number
  down: number
  moves: { from: string | null; to: string | null; members: number }[]
}

/** Where everyone would stand by other rules: at once, or when this period's end has come; writes nothing. */
export async function simulate(db: Db, proposed: TierRules, at: 'once' | 'period_end'): Promise<Simulated> {
  const present = await setting(db, tierRules)
  const day = businessDate(clock.now(), proposed.time_zone)
  const moves = new Map<string, Simulated['moves'][number]>()
  const seen = new Set<string>()
  let after = noOne as string
  let [members, up, down] = [0, 0, 0]
  for (;;) {
    const batch = await rows<{ id: string }>(
      db,
      sql`select savers_after as id from loyalty.savers_after(${after}, 2000)`,
    )
    if (batch.length === 0) break
    after = (batch.at(-1) as { id: string }).id
    const found = await membersAmong(
      db,
      batch.map(({ id }) => id),
    )
    const people = found.filter(([first = '']) => !seen.has(first))
    for (const [first = ''] of people) seen.add(first)
    const all = people.flat()
    const counted = await countedOf(db, proposed, day, all)
    const had = await heldBy(db, all)
    for (const ids of people) {
      const sums = ids.reduce<Counted>((sum, id) => add(sum, counted.get(id) ?? [0, 0, 0]), [0, 0, 0])
      const mine = ids.flatMap((id) => had.get(id) ?? [])
      const stands = bestOf(present.tiers, mine)
      const known = mine.find(({ tier_key }) => tier_key === stands?.key) ?? null
      const ends: Counted = [0, sums[0], sums[1]]
      const { tier } =
        at === 'once'
          ? standingOn(proposed, day, sums, known)
          : standingOn({ ...proposed, grace_days: 0 }, day, ends, null)
      members++
      const [from, to] = [stands?.key ?? null, tier?.key ?? null]
      if (from === to) continue
      const height = tier ? proposed.tiers.indexOf(tier) : -1
      const was = proposed.tiers.findIndex(({ key }) => key === from)
      if (height > was) up++
      else down++
      const move = moves.get(`${from}>${to}`) ?? { from, to, members: 0 }
      move.members++
      moves.set(`${from}>${to}`, move)
    }
  }
  return { members, up, down, moves: [...moves.values()].sort((a, b) => b.members - a.members) }
}

async function heldBy(db: Db, profile_ids: readonly string[]): Promise<Map<string, Had>> {
  const found = await rows<Had & { profile_id: string }>(
    db,
    sql`select profile_id, tier_key, until from loyalty.standing where profile_id = any (${profile_ids}::uuid[])`,
  )
  return new Map(found.map(({ profile_id, ...had }) => [profile_id, had]))
}

/** Part of the tick: tiers whose day is over, and everyone once after the rules have changed. */
export async function tickTiers(db: Pool, now: string): Promise<number> {
  const rules = await transaction(db, system, (tx) => settingNow(tx, tierRules))
  if (rules.tiers.length === 0) {
    await nobodyYet(db, ranked)
    return 0
  }
  const day = businessDate(new Date(now), rules.time_zone)
  const due = await rows<{ id: string }>(db, sql`select standing_due as id from loyalty.standing_due(${day}, 100)`)
  for (const { id } of due) await transaction(db, system, (tx) => rankAlone(tx, id, 'period_ended'))
  return due.length + (await everyoneOnce(db, ranked, rules, (tx, id) => rankAlone(tx, id, 'rules_changed')))
}

const ranked = 'loyalty.tiers_ranked'

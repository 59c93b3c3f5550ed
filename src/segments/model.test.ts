/** Random rules over random histories: a plain reading of each rule, the set and the person-by-person way say the same at every step. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import { emit, follow } from '#activity/activity'
import { summariseAll } from '#activity/summaries'
import { putProducts, seedTax } from '#catalog/catalog'
import { decide, seedPurposes } from '#consent/consent'
import { system } from '#core/actor'
import { rows, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { setClock } from '#core/time'
import { merge, register, unmerge } from '#customers/customers'
import { holds as bears, type Deed, reachOf } from '#tags/decide'
import { make as makeTag } from '#tags/manage'
import { forgetFact, recallFact, atOnce as tagsAtOnce, summary as tagsSummary, tick as tickTags } from '#tags/tags'
import { build } from './build.ts'
import { compile } from './compile.ts'
import { plain, standing } from './definitions.ts'
import { change, end, make } from './manage.ts'
import type { Condition, Rule } from './rule.ts'
import { atOnce, summary, tick } from './settle.ts'

const runs = Number(process.env.ENGAWA_SEGMENT_RUNS ?? 6)
const start = Date.parse('2026-06-01T00:00:00Z')
const day = 86_400_000
const types = ['Store Visited', 'App Opened', 'Products Searched']
const body = (rule: Rule) => ({ name: 'random', rule })

type Happened = { type: string; at: number; value: number }
/** A person as the model knows her. */
type Hers = { events: Happened[]; looks: number[]; push?: boolean; personal?: boolean; forgot: Set<string> }

/** A tag for whoever looked at tea a few times of late. */
const tea = hashId('tag', 'model')
const tea_rule = {
  signs: [{ is: 'word' as const, among: ['番茶'] }],
  bought: 1,
  viewed: 1,
  half_life_days: 3,
  threshold: 1.5,
}

const type = fc.constantFrom(...types)
const days = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined })
const bounds = fc.oneof(
  fc.record({ at_least: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ at_most: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ at_least: fc.constant(1), at_most: fc.integer({ min: 1, max: 3 }) }),
)
const not = fc.boolean()
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: counted('count') },
  { weight: 1, arbitrary: counted('first') },
  { weight: 1, arbitrary: counted('last') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(type, days, bounds, not)
      .map(([type, days, bounds, not]) =>
        given({ is: 'event', type, measure: 'sum', sum_of: 'value', days, not, ...bounds }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(type, { minLength: 2, maxLength: 3 }), days, not)
      .map(([steps, days, not]) => given({ is: 'sequence', steps: steps.map((type) => ({ type })), days, not })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        at_least: fc.option(fc.integer({ min: 50, max: 85 }), { nil: undefined }),
        held_days: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        not,
      })
      .map((more) => given({ is: 'tag', tag_id: tea, ...more })),
  },
  { weight: 2, arbitrary: not.map((not): Condition => ({ is: 'consent', purpose: 'news', channel: 'push', not })) },
)
function counted(measure: 'count' | 'first' | 'last') {
  return fc
    .tuple(type, days, bounds, not)
    .map(([type, days, bounds, not]) => given({ is: 'event', type, measure, days, not, ...bounds }))
}
// An absent key, not an undefined one, as it comes in JSON.
function given(one: object): Condition {
  return JSON.parse(JSON.stringify(one)) as Condition
}
const clause = fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 2 }) })
const rule: fc.Arbitrary<Rule> = fc.record({
  all: fc.array(clause, { minLength: 1, maxLength: 2 }),
  except: fc.array(clause, { maxLength: 1 }),
})

type Step =
  | { does: 'happens'; who: number; type: string; late_days: number; value: number }
  | { does: 'looks'; who: number; late_days: number }
  | { does: 'says'; who: number; granted: boolean; about: 'push' | 'personal' }
  | { does: 'forgets'; who: number; what: 'tag' | 'segment'; back: boolean }
  | { does: 'waits'; hours: number }
  | { does: 'joins'; who: number; other: number }
  | { does: 'parts' }
  | { does: 'changes'; rule: Rule }
const who = fc.nat({ max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('happens' as const),
      who,
      type,
      late_days: fc.constantFrom(0, 0, 0, 2, 9, -1),
      value: fc.integer({ min: -1, max: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('looks' as const), who, late_days: fc.constantFrom(0, 0, 0, 1, 2, 9) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('says' as const),
      who,
      granted: fc.boolean(),
      about: fc.constantFrom('push' as const, 'personal' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('forgets' as const),
      who,
      what: fc.constantFrom('tag' as const, 'segment' as const),
      back: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('waits' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('joins' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.constant({ does: 'parts' as const }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('changes' as const), rule }) },
)

suite('segments', () => {
  let house: TestDatabase
  let product_id = ''
  const inside = <T>(work: (tx: Tx) => Promise<T>) => transaction(house.db, system, work)
  before(async () => {
    useKey('a key for the model of segments, long enough')
    house = await testDatabase()
    follow({}, [], [...tagsAtOnce, ...atOnce])
    await inside(async (tx) => {
      await seedTax(tx)
      await seedPurposes(tx)
      const variants = [{ prices: [{ yen: 500, valid_from: '2026-01-01T00:00:00Z' }] }]
      const { rows, problems } = await putProducts(tx, system, [
        { external_id: 'tea', name: '番茶 100g', tax_category: 'food', variants, published_at: '2026-01-01T00:00:00Z' },
      ])
      assert.deepEqual(problems, [])
      product_id = rows[0]?.product_id as string
      await makeTag(tx, system, { external_id: 'model', name: '番茶', rule: tea_rule })
    })
  })
  after(async () => {
    follow({})
    setClock()
    await house.close()
  })

  test('a plain reading, the set and the person-by-person way agree, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 8, maxLength: 20 }),
        history,
      ),
      { numRuns: runs, seed: Number(process.env.ENGAWA_FUZZ_SEED ?? 20261122), endOnFailure: true },
    )
  })

  test('who stays behind when another is parted from her is out of what was met by the other’s doings alone', async () => {
    await history(
      [{ all: [{ any: [{ is: 'event', type: 'App Opened', measure: 'count', at_least: 1 }] }] }],
      [
        { does: 'happens', who: 0, type: 'App Opened', late_days: 0, value: 0 },
        { does: 'joins', who: 1, other: 0 },
        { does: 'parts' },
      ],
    )
  })

  async function history(rules: Rule[], steps: Step[]): Promise<void> {
    let now = start
    setClock(() => now)
    const people: { profile_id: string; hers: Hers; of: number }[] = []
    for (let at = 0; at < 4; at++) {
      const { profile_id } = await inside((tx) => register(tx, system, { family_name: '模型' }))
      people.push({ profile_id, hers: { events: [], looks: [], forgot: new Set() }, of: at })
    }
    // So that there is something to conclude: two of four let us from the beginning.
    for (const { profile_id, hers } of people.slice(0, 2)) {
      hers.personal = true
      await inside((tx) =>
        decide(tx, system, profile_id, [{ purpose: 'personalise', channel: 'any', granted: true }], 'model'),
      )
    }
    const ids: string[] = []
    for (const rule of rules) ids.push((await inside((tx) => make(tx, system, body(rule)))).segment_id)
    const rule_of = new Map(ids.map((segment_id, at) => [segment_id, rules[at] as Rule]))
    const merges: { merge_id: string; moved: number[]; back: number }[] = []
    for (const segment_id of ids) await build(house.db, segment_id, 1)
    for (const one of steps) {
      await inside((tx) => take(tx, one))
      await summarised()
      if (one.does === 'changes') {
        const [segment_id = ''] = ids
        for (const { version, state } of await standing(house.db))
          if (state === 'building') await build(house.db, segment_id, version)
        await summarised()
      }
      while ((await tickTags(house.db, new Date(now).toISOString())) > 0);
      await summarised()
      while ((await tick(house.db, new Date(now).toISOString())) > 0);
      await agree(JSON.stringify(one))
    }
    for (const segment_id of ids) await inside((tx) => end(tx, system, segment_id))

    function summarised(): Promise<void> {
      return summariseAll(house.db, [tagsSummary, summary])
    }

    async function take(tx: Tx, one: Step): Promise<void> {
      if (one.does === 'waits') now += one.hours * 3_600_000
      if (one.does === 'happens') {
        const { profile_id, hers } = people[one.who] as (typeof people)[number]
        const at = now - one.late_days * day
        hers.events.push({ type: one.type, at, value: one.value })
        await emit(tx, {
          type: one.type,
          profile_id,
          source: 'model',
          occurred_at: new Date(at).toISOString(),
          payload: { value: one.value },
        })
      }
      if (one.does === 'looks') {
        const { profile_id, hers } = people[one.who] as (typeof people)[number]
        const at = now - one.late_days * day
        hers.looks.push(at)
        const seen = { type: 'Product Viewed', profile_id, source: 'model', payload: { product_ref: product_id } }
        const looked = {
          ...seen,
          message_id: `${profile_id} ${hers.looks.length}`,
          occurred_at: new Date(at).toISOString(),
        }
        // What is told twice happened once.
        for (let times = 0; times < 2; times++) await emit(tx, looked)
      }
      if (one.does === 'forgets') {
        const { profile_id, of } = people[one.who] as (typeof people)[number]
        const fact = one.what === 'tag' ? tea : (ids[0] as string)
        const forgotten = { kind: one.what, fact }
        await (one.back ? recallFact : forgetFact)(tx, system, profile_id, forgotten)
        for (const other of people)
          if (other.of === of) one.back ? other.hers.forgot.delete(fact) : other.hers.forgot.add(fact)
      }
      if (one.does === 'says') {
        const { profile_id, of } = people[one.who] as (typeof people)[number]
        now += 1_000
        const [purpose, channel] = one.about === 'push' ? ['news', 'push'] : ['personalise', 'any']
        await decide(tx, system, profile_id, [{ purpose, channel, granted: one.granted }], 'model')
        // Her newest word reaches those of her profiles that had said something.
        for (const other of people)
          if (other.profile_id === profile_id || (other.of === of && other.hers[one.about] !== undefined))
            other.hers[one.about] = one.granted
      }
      if (one.does === 'joins') {
        const [keep, join] = [people[one.who]?.of ?? 0, people[one.other]?.of ?? 0]
        if (keep === join) return
        const moved = people.flatMap(({ of }, at) => (of === join ? [at] : []))
        const { merge_id } = await merge(tx, system, {
          keep: people[keep]?.profile_id as string,
          join: people[join]?.profile_id as string,
          reason: 'model',
        })
        for (const at of moved) (people[at] as { of: number }).of = keep
        merges.push({ merge_id, moved, back: join })
      }
      if (one.does === 'parts') {
        const last = merges.pop()
        if (!last) return
        await unmerge(tx, system, last.merge_id)
        for (const at of last.moved) (people[at] as { of: number }).of = last.back
      }
      if (one.does === 'changes') {
        const [segment_id = ''] = ids
        rule_of.set(segment_id, one.rule)
        await change(tx, system, segment_id, body(one.rule))
      }
    }

    async function agree(after: string): Promise<void> {
      const read = ids.flatMap((segment_id) =>
        people.flatMap(({ profile_id }, head) => {
          const mine = people.filter(({ of }) => of === head).map(({ hers }) => hers)
          if (mine.some(({ forgot }) => forgot.has(segment_id))) return []
          return mine.length && meets(rule_of.get(segment_id) as Rule, mine, now) ? [`${segment_id} ${profile_id}`] : []
        }),
      )
      const all = await standing(house.db)
      const verdicts = compile(
        all.map((one) => plain(one, all)),
        'everyone',
        new Date(now).toISOString(),
      )
      const whole = await inside((tx) =>
        rows<{ one: string }>(
          tx,
          sql`select segment_id || ' ' || profile_id as one from (${verdicts}) v where v.member`,
        ),
      )
      const kept = await inside((tx) =>
        rows<{ one: string }>(tx, sql`select segment_id || ' ' || profile_id as one from segments.membership`),
      )
      const mine = (list: { one: string }[]) =>
        list.map(({ one }) => one).filter((one) => people.some(({ profile_id }) => one.endsWith(profile_id)))
      assert.deepEqual(mine(whole).sort(), read.sort(), `the set, after ${after}`)
      assert.deepEqual(mine(kept).sort(), read.sort(), `one by one, after ${after}`)
    }
  }
})

/** A rule read as it is written, over all profiles of one person. */
function meets({ all, except = [] }: Rule, hers: Hers[], now: number): boolean {
  const either = ({ any }: { any: Condition[] }) => any.some((one) => holds(one, hers, now) !== (one.not ?? false))
  return all.every(either) && !except.some(either)
}

function holds(one: Condition, hers: Hers[], now: number): boolean {
  const events = hers.flatMap(({ events }) => events).sort((a, b) => a.at - b.at)
  const seen = (days: number | undefined) =>
    events.filter(({ at }) => at <= now && (days === undefined || at > now - days * day))
  const within = (value: number, { at_least, at_most }: { at_least?: number; at_most?: number }) =>
    value >= (at_least ?? Number.NEGATIVE_INFINITY) && value <= (at_most ?? Number.POSITIVE_INFINITY)
  if (one.is === 'tag') {
    const words = hers.flatMap(({ personal }) => personal ?? [])
    if (!words.length || words.includes(false) || hers.some(({ forgot }) => forgot.has(tea))) return false
    const found = bears(tea_rule, looksOf(hers, now), now)
    if (!found) return false
    const fades = found.reached_at + 3 * day * Math.log2(found.reach / reachOf(one.at_least ?? 50))
    return found.since + (one.held_days ?? 0) * day <= now && now < fades
  }
  if (one.is === 'consent') {
    const said = hers.flatMap(({ push }) => push ?? [])
    return said.length > 0 && said.every((yes) => yes)
  }
  if (one.is === 'sequence') {
    const found = seen(one.days)
    // The last that may be last, then the last before it, and so on back.
    let before = Number.POSITIVE_INFINITY
    for (const { type } of one.steps.toReversed()) {
      const at = Math.max(...found.filter((event) => event.type === type && event.at < before).map(({ at }) => at))
      if (at === Number.NEGATIVE_INFINITY) return false
      before = at
    }
    return true
  }
  if (one.is !== 'event') throw new Error(one.is)
  const mine = seen(one.days).filter(({ type }) => type === one.type)
  const bounds = one as { at_least?: number; at_most?: number }
  if (one.measure === 'count') return within(mine.length, bounds)
  if (one.measure === 'sum')
    return within(
      mine.reduce((sum, { value }) => sum + value, 0),
      bounds,
    )
  const at = one.measure === 'first' ? mine[0]?.at : mine.at(-1)?.at
  return at !== undefined && within(Math.floor((now - at) / day), bounds)
}

/** Her looks at tea, by the day of Japan. */
function looksOf(hers: Hers[], now: number): Deed[] {
  const days = new Map<number, number[]>()
  for (const at of hers.flatMap(({ looks }) => looks).filter((at) => at <= now)) {
    const date = Math.floor((at + 9 * 3_600_000) / day)
    days.set(date, [...(days.get(date) ?? []), at])
  }
  const good = { name: '番茶 100g', words: [], attributes: {}, category_ids: [] }
  return [...days].map(([date, all]) => ({
    kind: 'viewed' as const,
    key: String(date),
    at: Math.max(...all),
    times: all.length,
    good,
  }))
}

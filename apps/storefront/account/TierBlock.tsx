import { figure, fullDay, yen } from '../../kit/format.ts'
import { useLang } from '../../kit/words.ts'
import { useAccountWords } from './accountWords.ts'

type Name = { ja: string; en: string }
type Tier = { key: string; name: Name; at_least: number; times_num: number; times_den: number }
type Missing = { tier: Tier; missing: number } | null
export type TierView = {
  by: 'yen' | 'purchases' | 'credit'
  tier: Tier | null
  until: string | null
  period: { to: string }
  counted: number
  next: Missing
  keep: Missing
  tiers: Tier[]
}

/** Her tier, and what is missing to the next; nothing where a retailer has no tiers. */
export function TierBlock({ view: { by, tier, until, period, counted, next, keep, tiers } }: { view: TierView }) {
  const w = useAccountWords()
  const lang = useLang()
  if (tiers.length === 0) return null
  const amount = (value: number) =>
    by === 'yen' ? yen(value) : by === 'purchases' ? w.tierTimes(value) : w.tierCredit(figure(value))
  const ends = (day: string) => fullDay(`${day}T00:00:00+09:00`, lang)
  const share = next ? Math.min(100, (counted * 100) / Math.max(1, next.tier.at_least)) : 100
  return (
    <section>
      <h2 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 text-16">
        {w.tier}
        {until && tier && <span className="ui figures text-12 font-normal text-ink-2">{w.until(ends(until))}</span>}
      </h2>
      <p className="ui flex flex-wrap items-baseline justify-between gap-x-3">
        <b className="text-28">{tier ? tier.name[lang] : w.tierNone}</b>
        {tier && tier.times_num > tier.times_den && (
          <span className="figures text-14 text-green">{w.tierPoints(tier.times_num / tier.times_den)}</span>
        )}
      </p>
      {next && (
        <>
          <span aria-hidden="true" className="mt-2 block h-2 rounded-[2px] bg-sunk">
            <span className="block h-full rounded-[2px] bg-board" style={{ width: `${share}%` }} />
          </span>
          <p className="ui figures mt-2 text-14">
            {w.tierNext(amount(next.missing), next.tier.name[lang], ends(period.to))}
          </p>
        </>
      )}
      {keep && (
        <p className="ui figures mt-1 text-12 text-ink-2">{w.tierKeep(amount(keep.missing), keep.tier.name[lang])}</p>
      )}
    </section>
  )
}

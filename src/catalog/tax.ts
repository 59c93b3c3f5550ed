import { emitAll } from '#activity/activity'
import { type Actor, system } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { type TaxRule as Rule, ruleFor as ruleAt } from '#pricing/tax'

export { ruleAt }

/** A rate by tax category, supply mode and business date; `reduced` is the ※ on receipts. */
export type TaxRule = Rule & { reduced: boolean }

const cache = kept<Promise<TaxRule[]>>({ ttl_ms: 1_000, max: 1 })

/** Every tax rule there is, in the shape `pricing` computes with. Cached for a second. */
export function taxRules(db: Db): Promise<TaxRule[]> {
  const known = cache.get('rules')
  if (known) return known
  const rules = rows<TaxRule>(
    db,
    sql`select tax_category as category, supply_mode, rate_num, rate_den, reduced, valid_from, valid_to
        from catalog.tax_rule order by tax_category, supply_mode, valid_from`,
  )
  cache.set('rules', rules)
  rules.catch(forgetTax)
  return rules
}

/** Read tax rules anew next time. */
export function forgetTax(): void {
  cache.clear()
}

/** Whether a category supplied so on that date carries ※. */
export function reducedAt(rules: readonly TaxRule[], category: string, supply_mode: string, date: string): boolean {
  return ruleAt(rules, category, supply_mode, date)?.reduced ?? false
}

/** Write tax rules; one with the same category, mode and first day is replaced. Refuses (422) one that ends before it begins, or is said twice. */
export async function putTaxRules(tx: Tx, actor: Actor, list: readonly TaxRule[]): Promise<void> {
  const said = new Set<string>()
  for (const [at, { category, supply_mode, valid_from, valid_to }] of list.entries()) {
    const key = `${category} ${supply_mode} ${valid_from}`
    if (said.has(key) || (valid_to !== null && valid_to <= valid_from))
      refuse(
        'catalog.tax_rule',
        422,
        '税率の期間が正しくないか、同じ行が二つあります。',
        'A tax rule ends before it begins, or is given twice.',
        { field: `rules.${at}.${said.has(key) ? 'valid_from' : 'valid_to'}` },
      )
    said.add(key)
  }
  await run(
    tx,
    sql`insert into catalog.tax_rule (tax_category, supply_mode, rate_num, rate_den, reduced, valid_from, valid_to)
        select category, supply_mode, rate_num, rate_den, reduced, valid_from, valid_to
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as r(category text, supply_mode text, rate_num integer, rate_den integer, reduced boolean, valid_from date, valid_to date)
        on conflict (tax_category, supply_mode, valid_from) do update
          set rate_num = excluded.rate_num, rate_den = excluded.rate_den, reduced = excluded.reduced, valid_to = excluded.valid_to`,
  )
  forgetTax()
  tx.afterCommit(forgetTax)
  await emitAll(
    tx,
    list.map((rule) => ({
      type: 'catalog.tax_rule_set',
      profile_id: noOne,
      source: 'catalog',
      actor,
      payload: { ...rule },
    })),
  )
}

const rate = (
  category: string,
  supply_mode: string,
  percent: number,
  valid_from: string,
  valid_to: string | null = null,
  reduced = false,
): TaxRule => ({
  category,
  supply_mode,
  rate_num: percent,
  rate_den: 100,
  reduced,
  valid_from,
  valid_to,
})

/** Japan's consumption tax since 2014 as rows (消費税法 and its 軽減税率 of 2019-10-01); a change to come is one more row. */
export function seedTax(tx: Tx): Promise<void> {
  const before = (category: string) => rate(category, '*', 8, '2014-04-01', '2019-10-01')
  const since = '2019-10-01'
  return putTaxRules(tx, system, [
    before('standard'),
    rate('standard', '*', 10, since),
    before('food'),
    rate('food', '*', 8, since, null, true),
    rate('food', 'eat_in', 10, since),
    before('newspaper'),
    rate('newspaper', '*', 8, since, null, true),
    rate('newspaper', 'single_copy', 10, since),
    before('alcohol'),
    rate('alcohol', '*', 10, since),
    before('shipping'),
    rate('shipping', '*', 10, since),
    // Gift cards and vouchers are untaxed when sold (物品切手等); tax falls on what they buy.
    rate('voucher', '*', 0, '2014-04-01'),
  ])
}

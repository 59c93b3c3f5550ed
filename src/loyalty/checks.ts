import type { Check } from '#core/check'

const account = (side: string) => ({
  name: `loyalty: ${side} of each account is the sum of its postings`,
  sql: `select a.profile_id || '/' || a.unit as id, a.${side} from loyalty.account a left join
      (select profile_id, unit, sum(amount) as total from loyalty.posting where side = '${side}' group by 1, 2) p using (profile_id, unit)
      where a.${side} <> coalesce(${side === 'debt' ? '-' : ''}p.total, 0)`,
  corrupt: `update loyalty.account set ${side} = ${side} + 1 where profile_id = (select profile_id from loyalty.account limit 1)`,
})
const lots = (side: string) => ({
  name: `loyalty: ${side} of each account is what remains in its lots`,
  sql: `select a.profile_id || '/' || a.unit as id, a.${side}, coalesce(l.total, 0) as lots from loyalty.account a left join
      (select profile_id, unit, sum(remaining) as total from loyalty.lot where state = '${side}' group by 1, 2) l using (profile_id, unit)
      where a.${side} <> coalesce(l.total, 0)`,
  corrupt: `update loyalty.lot set remaining = remaining - 1 where (profile_id, lot_id) = (select profile_id, lot_id from loyalty.lot where state = '${side}' and remaining > 0 limit 1)`,
})

export const checks: Check[] = [
  {
    name: 'loyalty: every journal sums to zero per unit',
    sql: `select profile_id || '/' || journal_id as id, unit, sum(amount) as total from loyalty.posting group by profile_id, journal_id, unit having sum(amount) <> 0`,
    corrupt: `update loyalty.posting set amount = amount + 1 where (profile_id, journal_id, seq) = (select profile_id, journal_id, seq from loyalty.posting where amount <> -1 limit 1)`,
  },
  {
    name: 'loyalty: every journal has postings',
    sql: `select profile_id || '/' || journal_id as id from loyalty.journal j where not exists
      (select 1 from loyalty.posting p where p.profile_id = j.profile_id and p.journal_id = j.journal_id)`,
    corrupt: `delete from loyalty.posting where (profile_id, journal_id) = (select profile_id, journal_id from loyalty.posting limit 1)`,
  },
  ...['available', 'pending', 'held', 'debt'].map(account),
  ...['available', 'pending'].map(lots),
  {
    name: 'loyalty: every lot is the sum of its postings',
    sql: `select l.profile_id || '/' || l.lot_id as id, l.remaining, p.total from loyalty.lot l left join
        (select profile_id, lot_id, sum(amount) as total from loyalty.posting where lot_id is not null group by 1, 2) p using (profile_id, lot_id)
      where l.remaining <> coalesce(p.total, 0)`,
    corrupt: `update loyalty.lot set remaining = remaining - 1 where (profile_id, lot_id) = (select profile_id, lot_id from loyalty.lot where remaining > 0 limit 1)`,
  },
  {
    name: 'loyalty: points earned by an order are its lot',
    sql: `select profile_id || '/' || source_id as id, count(*) from loyalty.journal where kind = 'earn' and source_kind = 'order' group by profile_id, source_id having count(*) > 1`,
    corrupt: `insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, business_date, event_at, recorded_at, actor_kind)
      select profile_id, gen_random_uuid(), kind, source_kind, source_id, business_date, event_at, recorded_at, actor_kind
      from loyalty.journal where kind = 'earn' and source_kind = 'order' limit 1`,
  },
  {
    name: 'loyalty: every bonus is a lot of its size',
    sql: `select b.profile_id || '/' || b.bonus_id as id, b.points, l.original from loyalty.bonus b
      left join loyalty.lot l on l.profile_id = b.profile_id and l.lot_id = b.bonus_id where l.original is distinct from b.points`,
    corrupt: `update loyalty.bonus set points = points + 1 where (profile_id, bonus_id) = (select profile_id, bonus_id from loyalty.bonus limit 1)`,
  },
  {
    name: 'loyalty: what a bonus has cost is what its grants left',
    sql: `select rule_key as id, b.granted, t.total from loyalty.bonus_budget b
      full join (select rule_key, sum(points - taken_back) as total from loyalty.bonus group by 1) t using (rule_key)
      where b.granted is distinct from coalesce(t.total, 0)`,
    corrupt: `update loyalty.bonus_budget set granted = granted + 1 where rule_key = (select rule_key from loyalty.bonus_budget limit 1)`,
  },
]

import type { Check } from '#core/check'

const one = (where: string) =>
  `(profile_id, proof_id) = (select profile_id, proof_id from proofs.proof where ${where} limit 1)`

export const checks: Check[] = [
  {
    name: 'proofs: each receipt and serial that stands is used once, and nothing else is',
    sql: `select coalesce(x.proof_id, u.proof_id) as id, x.state, count(u.proof_hash) as used from proofs.proof x
        full join proofs.used u on u.profile_id = x.profile_id and u.proof_id = x.proof_id and u.campaign_id = x.campaign_id
      group by coalesce(x.proof_id, u.proof_id), x.state
      having count(u.proof_hash) <> case when x.state in ('kept', 'review', 'settled') then 1 else 0 end`,
    corrupt: `delete from proofs.used where proof_hash = (select proof_hash from proofs.used limit 1)`,
  },
  {
    name: 'proofs: what is left of a prize and what was won of it are all there were',
    sql: `select z.prize_id as id, z.quantity, z.left_count, count(x.proof_id) as won from proofs.prize z left join proofs.proof x on x.prize_id = z.prize_id
      group by z.prize_id having z.quantity <> z.left_count + count(x.proof_id)`,
    corrupt: `update proofs.prize set quantity = quantity + 1 where prize_id = (select prize_id from proofs.prize limit 1)`,
  },
  {
    name: 'proofs: what a proof brought is a lot of its size, paid for by the maker',
    sql: `select coalesce(x.proof_id, j.source_id) as id, x.points, l.original from (select * from proofs.proof where points > 0) x
        full join (select profile_id, source_id, journal_id from loyalty.journal where source_kind = 'proof') j
          on j.profile_id = x.profile_id and j.source_id = x.proof_id
        left join loyalty.lot l on l.profile_id = x.profile_id and l.lot_id = x.proof_id
      where x.proof_id is null or j.journal_id is null or l.original is distinct from x.points or l.funding <> 'brand' or x.state <> 'settled'`,
    corrupt: `update proofs.proof set points = points + 1 where ${one('points > 0')}`,
  },
  {
    name: 'proofs: a draw won what its number says, unless it was all gone',
    sql: `select x.proof_id as id, x.draw_number, x.prize_id, z.prize_id as owed from proofs.proof x
        left join proofs.prize z on z.campaign_id = x.campaign_id and x.draw_number >= z.first_number and x.draw_number < z.first_number + z.odds_num
          and x.entered_on between z.starts_on and z.ends_on
      where x.state = 'settled' and x.prize_id is distinct from z.prize_id and (x.prize_id is not null or z.left_count > 0)`,
    corrupt: `update proofs.proof set draw_number = -1 where ${one('prize_id is not null')}`,
  },
]

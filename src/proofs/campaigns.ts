import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, one, rows, run, type Sql, sql, type Tx } from '#core/database'
import { id, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { offer } from '#promotions/promotions'
import { newCode, newSerial, serialHash } from '#proofs/codes'
import { needClear } from '#proofs/findings'
import type { Campaign, CampaignBody, CampaignView, PrizeView } from '#proofs/shapes'

export type State = Campaign['state']
type Figures = CampaignView['figures']

const columns = sql`c.campaign_id, c.code, c.state, c.version, c.name, c.name_en, c.maker, c.goods, c.starts_on::text, c.ends_on::text, c.rate_num, c.rate_den,
  c.serial_points, c.basis_yen, c.planned_sales_yen, c.odds_den, c.coupon_offer_id, c.terms, c.terms_en,
  (select coalesce(jsonb_agg(jsonb_build_object('prize_id', z.prize_id, 'name', z.name, 'name_en', z.name_en, 'value_yen', z.value_yen, 'quantity', z.quantity,
      'left_count', z.left_count, 'odds_num', z.odds_num, 'starts_on', z.starts_on, 'ends_on', z.ends_on) order by z.seq), '[]')
    from proofs.prize z where z.campaign_id = c.campaign_id) as prizes`

/** Every campaign with how it goes, the last changed first. */
export async function campaigns(db: Db): Promise<(Campaign & { figures: Figures })[]> {
  const found = await read(db, sql`true order by c.changed_at desc, c.campaign_id desc limit 500`)
  const figures = await figuresOf(
    db,
    found.map(({ campaign_id }) => campaign_id),
  )
  return found.map((one) => ({ ...one, figures: figures.get(one.campaign_id) as Figures }))
}

/** One campaign; refuses 404 when there is none. */
export async function campaign(db: Db, campaign_id: string): Promise<Campaign> {
  const [found] = await read(db, sql`c.campaign_id = ${campaign_id}`)
  return found ?? noCampaign('campaign_id')
}

/** The campaign a QR code leads to; a draft is nobody's to see. */
export async function campaignOf(db: Db, code: string): Promise<Campaign> {
  const [found] = await read(db, sql`c.code = ${code.trim().toUpperCase()} and c.state <> 'draft'`)
  return found ?? noCampaign('code')
}

export async function figuresOf(db: Db, campaign_ids: readonly string[]): Promise<Map<string, Figures>> {
  const found = await rows<Figures & { campaign_id: string }>(
    db,
    sql`select campaign_id, entries, waiting, kept, points, won, serials from proofs.figures(${campaign_ids}::uuid[])`,
  )
  return new Map(found.map(({ campaign_id, ...figures }) => [campaign_id, figures]))
}

/** Draft a campaign under a code of its own. */
export async function draft(tx: Tx, actor: Actor, body: CampaignBody): Promise<Campaign> {
  await needSensible(tx, body)
  const campaign_id = id()
  await run(
    tx,
    sql`insert into proofs.campaign (campaign_id, code, name, maker, goods, starts_on, ends_on, rate_num, rate_den, serial_points, basis_yen, planned_sales_yen,
          odds_den, changed_at)
        values (${campaign_id}, ${newCode()}, ${body.name}, ${body.maker}, ${JSON.stringify(body.goods)}::jsonb, ${body.starts_on}, ${body.ends_on},
          ${body.rate_num}, ${body.rate_den}, ${body.serial_points}, ${body.basis_yen}, ${body.planned_sales_yen}, ${body.odds_den ?? 1}, ${clock.iso()})`,
  )
  return write(tx, actor, campaign_id, body)
}

/** Write a draft anew. What was shown to anybody can only be stopped: whoever entered did so under its terms. */
export async function change(
  tx: Tx,
  actor: Actor,
  campaign_id: string,
  body: CampaignBody,
  seen?: number,
): Promise<Campaign> {
  const { state, version } = await locked(tx, campaign_id)
  if (seen !== undefined && seen !== version) changedMeanwhile()
  if (state !== 'draft')
    refuse(
      'proofs.begun',
      409,
      '一度公開したキャンペーンは変更できません。停止して、新しく作ってください。',
      'A campaign that was live cannot be changed; stop it and make a new one.',
      { field: 'campaign_id', state },
    )
  await needSensible(tx, body)
  return write(tx, actor, campaign_id, body)
}

async function write(tx: Tx, actor: Actor, campaign_id: string, body: CampaignBody): Promise<Campaign> {
  const { name, name_en = null, maker, goods, starts_on, ends_on, odds_den = 1, prizes = [] } = body
  const { coupon_offer_id = null, terms = null, terms_en = null } = body
  await run(
    tx,
    sql`update proofs.campaign set version = version + 1, written = version + 1, name = ${name}, name_en = ${name_en}, maker = ${maker},
          goods = ${JSON.stringify(goods)}::jsonb, starts_on = ${starts_on}, ends_on = ${ends_on}, rate_num = ${body.rate_num}, rate_den = ${body.rate_den},
          serial_points = ${body.serial_points}, basis_yen = ${body.basis_yen}, planned_sales_yen = ${body.planned_sales_yen}, odds_den = ${odds_den},
          coupon_offer_id = ${coupon_offer_id}, terms = ${terms}, terms_en = ${terms_en}, changed_at = ${clock.iso()} where campaign_id = ${campaign_id}`,
  )
  let first_number = 0
  const made = prizes.map((prize, seq) => {
    const { odds_num } = prize
    const row = { starts_on, ends_on, name_en: null, ...prize, prize_id: id(), seq, first_number }
    first_number += odds_num
    return row
  })
  await run(tx, sql`delete from proofs.prize where campaign_id = ${campaign_id}`)
  await run(
    tx,
    sql`insert into proofs.prize (prize_id, campaign_id, seq, name, name_en, value_yen, quantity, left_count, first_number, odds_num, starts_on, ends_on)
        select z.prize_id, ${campaign_id}, z.seq, z.name, z.name_en, z.value_yen, z.quantity, z.quantity, z.first_number, z.odds_num, z.starts_on, z.ends_on
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as z(prize_id uuid, seq smallint, name text, name_en text, value_yen bigint, quantity integer,
          first_number integer, odds_num integer, starts_on date, ends_on date)`,
  )
  return told(tx, actor, campaign_id)
}

/** Open a campaign (once it runs into nothing that nobody set aside), or stop it; a repeat changes nothing. */
export async function move(tx: Tx, actor: Actor, campaign_id: string, to: 'live' | 'stopped'): Promise<Campaign> {
  const { state } = await locked(tx, campaign_id)
  if (state === to) return campaign(tx, campaign_id)
  if (to === 'stopped' && state === 'draft')
    refuse('proofs.not_live', 409, '公開していません。', 'It is not live.', { field: 'campaign_id' })
  if (to === 'live') await needClear(tx, await campaign(tx, campaign_id))
  await run(
    tx,
    sql`update proofs.campaign set state = ${to}, version = version + 1, changed_at = ${clock.iso()} where campaign_id = ${campaign_id}`,
  )
  return told(tx, actor, campaign_id)
}

/** Make serials of a campaign. They are told now and never again: what is kept is a hash. */
export async function makeSerials(tx: Tx, campaign_id: string, count: number): Promise<string[]> {
  await campaign(tx, campaign_id)
  const made = Array.from({ length: count }, newSerial)
  const hashes = made.map((serial) => serialHash(serial))
  await run(
    tx,
    sql`insert into proofs.serial (token_hash, campaign_id, made_at) select h, ${campaign_id}, ${clock.iso()} from unnest(${hashes}::bytea[]) h`,
  )
  return made
}

async function needSensible(tx: Tx, body: CampaignBody): Promise<void> {
  const { starts_on, ends_on, prizes = [], odds_den = 1, coupon_offer_id } = body
  if (ends_on < starts_on) unsound('ends_on')
  const within = (day: string | undefined) => day === undefined || (day >= starts_on && day <= ends_on)
  prizes.forEach((prize, at) => {
    if (!within(prize.starts_on)) unsound(`prizes.${at}.starts_on`)
    if (!within(prize.ends_on) || (prize.ends_on ?? ends_on) < (prize.starts_on ?? starts_on))
      unsound(`prizes.${at}.ends_on`)
  })
  if (prizes.reduce((total, { odds_num }) => total + odds_num, 0) > odds_den && prizes.length > 0) unsound('odds_den')
  if (coupon_offer_id && !(await offer(tx, coupon_offer_id)).rule.conditions.coupon) unsound('coupon_offer_id')
}

function unsound(field: string): never {
  return refuse(
    'proofs.unsound',
    422,
    'この内容では、キャンペーンとして成り立ちません。',
    'As it stands it cannot be a campaign.',
    { field },
  )
}

async function locked(tx: Tx, campaign_id: string): Promise<{ state: State; version: number }> {
  const found = await one<{ state: State; version: number }>(
    tx,
    sql`select state, version from proofs.campaign where campaign_id = ${campaign_id} for update`,
  )
  return found ?? noCampaign('campaign_id')
}

async function told(tx: Tx, actor: Actor, campaign_id: string): Promise<Campaign> {
  const now = await campaign(tx, campaign_id)
  await emit(tx, {
    type: 'campaign.changed',
    profile_id: noOne,
    source: 'proofs',
    message_id: `campaign:${campaign_id}:${now.version}`,
    subject_kind: 'campaign',
    subject_id: campaign_id,
    version: now.version,
    actor,
    payload: { state: now.state },
  })
  return now
}

function read(db: Db, which: Sql): Promise<Campaign[]> {
  return rows<Campaign & { prizes: PrizeView[] }>(db, sql`select ${columns} from proofs.campaign c where ${which}`)
}

function noCampaign(field: string): never {
  return refuse('proofs.no_campaign', 404, 'キャンペーンが見つかりません。', 'There is no such campaign.', { field })
}

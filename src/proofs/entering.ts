/** A receipt or a serial is told: judged here, taken in by one call that sees to it that it counts once. */
import { emit } from '#activity/activity'
import { mediaTypeOf } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { only, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { businessDate, clock } from '#core/time'
import { seal } from '#customers/customers'
import { campaignOf } from '#proofs/campaigns'
import { likenessOf, plainShop, receiptHash, serialHash } from '#proofs/codes'
import { proofTerms } from '#proofs/settings'
import { settle } from '#proofs/settling'
import { type Campaign, most_photo_bytes, type ProofBody } from '#proofs/shapes'
import { goodsOf, standing } from '#proofs/shelf'
import { places } from '#stores/stores'

/** Serials and receipts are not to be found by trying. What was right does not count; a whole office may tell theirs behind one address. */
export const guess = {
  name: 'proof',
  most: 10,
  most_address: 60,
  window_seconds: 900,
  lock_seconds: 900,
  wrong: ['proofs.serial_unknown', 'proofs.used'],
}

type Receipt = NonNullable<ProofBody['receipt']>

/**
 * Tell of a purchase: a member's counts at once, a guest's is kept for her, a doubtful one waits for somebody of the house. Refuses 404
 * an unknown code or serial, 409 what is used or not running, 422 what its day or its goods tell against. Returns its id.
 */
export async function enter(tx: Tx, actor: Actor, profile_id: string, body: ProofBody): Promise<string> {
  const { receipt, serial, variant_id } = body
  if ((receipt === undefined) === (serial === undefined))
    refuse(
      'proofs.one_kind',
      422,
      'レシートかシリアル番号のどちらかを入力してください。',
      'Give either a receipt or a serial.',
      {
        field: 'receipt',
      },
    )
  const campaign = await campaignOf(tx, body.code)
  const terms = await setting(tx, proofTerms)
  const now = clock.now()
  const today = businessDate(now)
  if (standing(campaign, terms.enter_days, today) !== 'running')
    refuse(
      'proofs.not_running',
      409,
      'このキャンペーンは、いま応募を受け付けていません。',
      'This campaign takes no entries now.',
      {
        field: 'code',
      },
    )
  const goods = (await goodsOf(tx, campaign)).find((one) => one.variant_id === variant_id)
  if (!goods)
    return refuse(
      'proofs.other_goods',
      422,
      'この商品は、キャンペーンの対象ではありません。',
      'These goods are not of the campaign.',
      {
        field: 'variant_id',
      },
    )
  if (receipt) needDay(campaign, receipt, today)
  const photo = receipt?.photo && picture(receipt.photo.base64)
  const place = receipt && (await places(tx)).find(({ name }) => plainShop(name) === plainShop(receipt.shop))
  // Only a name the house knows is told in clear: what somebody writes may be anything.
  const shop =
    receipt && (place?.name ?? terms.chains.find((chain) => plainShop(receipt.shop).startsWith(plainShop(chain))))
  const doubt = receipt && receipt.price_yen > terms.most_yen ? 'price' : null
  const proof_id = id()
  const said = receipt && (await seal(tx, profile_id, { shop: receipt.shop, number: receipt.number }))
  const hash = receipt ? receiptHash(campaign.campaign_id, receipt) : serialHash(serial ?? '')
  const row = {
    proof_id,
    campaign_id: campaign.campaign_id,
    kind: receipt ? 'receipt' : 'serial',
    state: doubt ? 'review' : 'kept',
    doubt,
    variant_id,
    price_yen: receipt?.price_yen ?? null,
    bought_on: receipt?.bought_on ?? null,
    place_id: place?.place_id ?? null,
    sealed: said?.toString('base64') ?? null,
    photo: photo ? (await seal(tx, profile_id, photo)).toString('base64') : null,
    entered_on: today,
    keep_until: new Date(now.getTime() + terms.keep_days * 86_400_000).toISOString(),
    hash: hash.toString('hex'),
    likeness: receipt ? likenessOf(campaign.campaign_id, receipt).toString('hex') : null,
  }
  const { state } = await only<{ state: string }>(
    tx,
    sql`select proofs.enter(${JSON.stringify(row)}::jsonb, ${profile_id}, ${now.toISOString()}) as state`,
  )
  const { product_id, category_id, brand_id } = goods
  await emit(tx, {
    type: 'proof.entered',
    profile_id,
    source: 'proofs',
    message_id: `entered:${proof_id}`,
    subject_kind: 'proof',
    subject_id: proof_id,
    place_id: row.place_id,
    actor,
    payload: {
      campaign_id: row.campaign_id,
      kind: row.kind,
      state,
      variant_id,
      product_id,
      ...(category_id && { category_id }),
      ...(brand_id && { brand_id }),
      ...(receipt && { price_yen: receipt.price_yen, bought_on: receipt.bought_on }),
      ...(shop && { shop }),
    },
    ...(receipt && { sealed: await seal(tx, profile_id, { shop: receipt.shop }) }),
  })
  if (state === 'kept' && actor.kind === 'member') await settle(tx, actor, profile_id, proof_id)
  return proof_id
}

function needDay({ starts_on, ends_on }: Campaign, { bought_on }: Receipt, today: string): void {
  if (bought_on > today)
    refuse('proofs.future', 422, 'お買い上げ日が未来の日付です。', 'The day of the purchase is yet to come.', {
      field: 'receipt.bought_on',
    })
  if (bought_on < starts_on || bought_on > ends_on)
    refuse(
      'proofs.other_day',
      422,
      'キャンペーン期間中のお買い上げが対象です。レシートの日付をご確認ください。',
      'Only purchases of the campaign’s days count; please look at the day of the receipt.',
      { field: 'receipt.bought_on', starts_on, ends_on },
    )
}

function picture(base64: string): { media_type: string; base64: string } {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > most_photo_bytes)
    refuse('proofs.photo_big', 413, '写真は1MBまでです。', 'A picture may be 1 MB at most.', { field: 'receipt.photo' })
  const media_type = mediaTypeOf(bytes)
  if (!media_type || media_type === 'image/svg+xml')
    return refuse(
      'proofs.photo_kind',
      415,
      '写真は JPEG・PNG・WebP のいずれかにしてください。',
      'A picture must be JPEG, PNG or WebP.',
      {
        field: 'receipt.photo',
      },
    )
  return { media_type, base64: bytes.toString('base64') }
}

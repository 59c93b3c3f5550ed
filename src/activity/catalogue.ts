/**
 * Every type of event there is, in words and with the facts its payload may carry. Types in lower case with a dot are the
 * house's own facts, written beside the change they tell of; types in Title Case are collected from faces, devices and other
 * systems (collected.ts). Only facts listed here leave through the stream.
 */
import Type from 'typebox'
import { collectedTypes } from '#activity/collected'
import { count, type EventType, id, orNull, own, text, word, yen } from '#activity/event-type'

const order = {
  number: text,
  way: word,
  items: count,
  total_yen: yen,
  points_used: count,
  points_earned: count,
  staff_id: orNull(id),
  with_order_id: orNull(id),
  by_hand_yen: count,
  by_hand_reasons: Type.Array(word),
  approved_by: orNull(id),
  reason: word,
  was: word,
  keep_until: Type.String({ format: 'date-time' }),
  call_number: orNull(count),
}
const hold = {
  lines: count,
  pieces: count,
  expires_at: Type.String({ format: 'date-time' }),
  staff_id: orNull(id),
  reason: word,
}
const payment = { number: text, amount_yen: yen, reason: word }
const points = { points: Type.Integer(), order_id: id, balance: Type.Integer() }
const bonus = { rule: word, points: Type.Integer(), order_id: id }
const cart = { variant_id: id, quantity: count, quantity_now: count, lines: count, from_profile_id: id, staff_id: text }
const place = { kind: word, name: text, active: Type.Boolean() }
const task = { kind: word, about: word, about_id: id, outcome: word }
const product = { name: text, brand_id: id, category_id: id }
const transfer = { number: text, from_place_id: id, to_place_id: id, pieces: count, purpose: word }
const paper = { pieces: count, lines: count, reason: word, scope: word, differences: count }
const price = {
  product_id: id,
  price_id: id,
  channel: word,
  yen,
  tax_included: Type.Boolean(),
  valid_from: text,
  valid_to: text,
}

/** What a rule looked at, in the order of its conditions. */
const segment = {
  segment_id: id,
  version: count,
  why: Type.Array(Type.Union([Type.Number(), Type.Boolean(), text, Type.Null()])),
}

export const catalogue: Readonly<Record<string, EventType>> = {
  'place.opened': own('拠点ができました', 'Place opened', place),
  'place.changed': own('拠点の情報が変わりました', 'Place changed', place),
  'task.opened': own('担当者の作業ができました', 'Task opened', task),
  'task.assigned': own('作業の担当が決まりました', 'Task assigned', task),
  'task.resolved': own('作業が終わりました', 'Task resolved', task),
  'brand.added': own('ブランドを加えました', 'Brand added', { name: text }),
  'brand.changed': own('ブランドの情報が変わりました', 'Brand changed', { name: text }),
  'category.added': own('カテゴリを加えました', 'Category added', { name: text, parent_id: id }),
  'category.changed': own('カテゴリが変わりました', 'Category changed', { name: text, parent_id: id }),
  'product.drafted': own('商品の下書きを作りました', 'Product drafted', product),
  'product.published': own('商品を公開しました', 'Product published', product),
  'product.changed': own('商品の情報が変わりました', 'Product changed', product),
  'product.withdrawn': own('商品の取り扱いを終えました', 'Product withdrawn', product),
  'product.restored': own('商品の取り扱いを再開しました', 'Product restored', product),
  'catalog.price_changed': own('価格が変わりました', 'Price changed', price),
  'catalog.tax_rule_set': own('税率を登録しました', 'Tax rate set', {
    category: word,
    supply_mode: text,
    rate_num: count,
    rate_den: count,
    reduced: Type.Boolean(),
    valid_from: text,
    valid_to: text,
  }),
  'catalog.tax_transition_set': own('税率変更の経過措置を登録しました', 'Transitional tax rule set', {
    category: text,
    supply_mode: text,
    changes_on: text,
    ordered_from: text,
    supplied_before: text,
  }),
  'customer.registered': own('会員になりました', 'Joined', { route: orNull(word), poster_id: id }),
  'customer.changed': own('会員情報を変更しました', 'Changed details', { fields: Type.Array(word) }),
  'customer.unregistered': own('会員登録を取り消しました', 'Taken back as a member', { reason: word }),
  'customer.signed_in': own('サインインしました', 'Signed in', { visitor_profile_id: orNull(id), method: word }),
  'customer.way_in_added': own('サインインの方法を加えました', 'Added a way to sign in', { method: word }),
  'customer.way_in_removed': own('サインインの方法を外しました', 'Removed a way to sign in', { method: word }),
  'customer.pin_set': own('暗証番号を設定しました', 'Set a PIN'),
  'customer.pin_removed': own('暗証番号を外しました', 'Removed the PIN'),
  'customer.old_card_linked': own('以前のカードをまとめました', 'Linked an old card', { merge_id: id }),
  'customer.merged': own('会員を統合しました', 'Customers merged', { merge_id: id, profile_ids: Type.Array(id) }),
  'customer.erased': own('お客さまの情報を消去しました', 'Erased', { profile_ids: Type.Array(id) }),
  'customer.unmerged': own('会員の統合を取り消しました', 'Merge undone', { merge_id: id, profile_ids: Type.Array(id) }),
  'consent.changed': own('同意を更新しました', 'Consent changed', {
    purpose: word,
    channel: word,
    granted: Type.Boolean(),
    source: word,
  }),
  'cart.item_added': own('カートに入れました', 'Put in the cart', cart),
  'cart.item_removed': own('カートから出しました', 'Taken out of the cart', cart),
  'cart.coupon_added': own('カートにクーポンを入れました', 'Coupon laid in the cart', { cart_id: id, coupon_id: id }),
  'cart.coupon_removed': own('カートからクーポンを外しました', 'Coupon taken out of the cart', {
    cart_id: id,
    coupon_id: id,
  }),
  'cart.merged': own('カートをまとめました', 'Carts merged', cart),
  'favourite.added': own('ほしい物に入れました', 'Put on the wish list', { product_id: id }),
  'favourite.removed': own('ほしい物から外しました', 'Taken off the wish list', { product_id: id }),
  'cart.handed_over': own('カートを引き継ぎました', 'Cart handed over', cart),
  'offers.changed': own('特典の状態が変わりました', 'An offer changed', { state: word }),
  'offers.coupons_issued': own('クーポンを発行しました', 'Coupons issued', { coupons: count, kind: word }),
  'offers.coupon_revoked': own('クーポンを無効にしました', 'A coupon was revoked', { coupon_id: id }),
  'offers.redeemed': own('特典を利用しました', 'Offers redeemed', {
    offer_ids: Type.Array(id),
    discount_yen: yen,
    points: count,
    coupons: count,
  }),
  'gift.claimed': own('ギフトが受け取られました', 'A gift was received', { order_id: id }),
  'gift.reminded': own('未受取のギフトをお知らせしました', 'Reminded of a gift not yet received', { order_id: id }),
  'gift.handed_over': own('ギフトのカードをお渡しした', 'A gift’s card was handed over', {
    order_id: id,
    as: word,
    copy: count,
    reissued: Type.Boolean(),
  }),
  'gift.expired': own('ギフトの受取期限が過ぎました', 'The time of a gift is over', { order_id: id }),
  'business.prices_changed': own('卸価格表が変わりました', 'Wholesale prices changed', { prices: count }),
  'business.account_opened': own('取引先を登録しました', 'Business account opened', { state: word }),
  'business.account_changed': own('取引先の条件が変わりました', 'Business account changed', { state: word }),
  'business.delivered': own('掛売の商品を納品しました', 'Delivered on account', { total_yen: yen }),
  'business.cancelled': own('掛売の注文を取り消しました', 'Order on account given up', { total_yen: yen }),
  'business.returned': own('掛売の商品が返品されました', 'Returned on account', { total_yen: yen }),
  'business.payment_received': own('取引先から入金がありました', 'Payment from a company', { total_yen: yen }),
  'business.invoice_issued': own('締め請求書を発行しました', 'Monthly invoice issued', {
    number: text,
    total_yen: yen,
    balance_yen: yen,
    closes_on: text,
  }),
  'business.place_listed': own('取扱店の掲載が変わりました', 'Directory entry changed', { products: count }),
  'order.placed': own('注文しました', 'Order placed', order),
  'order.preparing': own('準備を始めました', 'Being prepared', order),
  'order.ready': own('受け取りの準備ができました', 'Ready to collect', order),
  'order.pickup_reminded': own('受け取りをお知らせしました', 'Reminded of the pickup', order),
  'order.handed_over': own('お渡ししました', 'Handed over', order),
  'order.shipped': own('発送しました', 'Shipped', order),
  'order.parcel_shipped': own('荷物の一部を発送しました', 'A parcel of it shipped', order),
  'order.tax_changed': own('引き渡し日の税率にしました', 'Tax as of the supply', {
    ...order,
    tax_yen: yen,
    was_tax_yen: yen,
  }),
  'order.cancelled': own('注文を取り消しました', 'Order cancelled', order),
  'hold.placed': own('お取り置きしました', 'Set aside', hold),
  'hold.reminded': own('お取り置きの期限をお知らせしました', 'Reminded of goods set aside', hold),
  'hold.released': own('お取り置きを解除しました', 'No longer set aside', hold),
  'payment.received': own('お支払いいただきました', 'Paid what was due', payment),
  'payment.refunded': own('返金しました', 'Money given back', payment),
  'order.returned': own('返品がありました', 'Goods returned', {
    number: text,
    return_id: id,
    return_number: text,
    way: word,
    reason: word,
    items: count,
    total_yen: yen,
    refund_yen: yen,
    points_back: count,
    points_taken: count,
    staff_id: orNull(id),
    sold_place_id: id,
    exchange_order_id: orNull(id),
  }),
  'transfer.requested': own('在庫移動を依頼しました', 'Transfer requested', transfer),
  'transfer.approved': own('在庫移動を承認しました', 'Transfer approved', transfer),
  'transfer.declined': own('在庫移動を断りました', 'Transfer declined', transfer),
  'transfer.cancelled': own('在庫移動を取り消しました', 'Transfer cancelled', transfer),
  'transfer.shipped': own('在庫移動の商品を送りました', 'Transfer shipped', transfer),
  'transfer.received': own('在庫移動の商品を受け取りました', 'Transfer received', transfer),
  'transfer.redirected': own('在庫移動の行き先を変えました', 'Transfer redirected', transfer),
  'transfer.closed': own('在庫移動を完了しました', 'Transfer closed', transfer),
  'delivery.expected': own('入荷予定を登録しました', 'Delivery expected', paper),
  'delivery.received': own('入荷しました', 'Delivery received', paper),
  'delivery.closed': own('入荷予定を完了しました', 'Delivery closed', paper),
  'delivery.cancelled': own('入荷予定を取り消しました', 'Delivery cancelled', paper),
  'stocktake.opened': own('棚卸しを始めました', 'Count opened', paper),
  'stocktake.approved': own('棚卸しを承認しました', 'Count approved', paper),
  'stocktake.cancelled': own('棚卸しを取り消しました', 'Count cancelled', paper),
  'popup.closed': own('POP-UPを終了しました', 'POP-UP closed', paper),
  'stock.adjusted': own('在庫を修正しました', 'Stock adjusted', paper),
  'outlet.changed': own('販売先の情報が変わりました', 'Outlet changed', place),
  'outlet.order_accepted': own('販売先の注文を受けました', 'Order of an outlet accepted', {
    outlet_id: id,
    total_yen: yen,
    campaign: text,
    post: text,
  }),
  'points.bonus_granted': own('ボーナスポイントが付きました', 'Bonus points', bonus),
  'points.bonus_taken_back': own('ボーナスポイントが戻りました', 'Bonus points taken back', bonus),
  'stamps.card_full': own('スタンプカードがたまりました', 'Stamp card full', bonus),
  'tier.changed': own('会員ランクが変わりました', 'Tier changed', {
    tier: word,
    was: word,
    way: word,
    why: word,
    by: word,
    counted: count,
    counted_before: count,
    until: text,
  }),
  'fan.level_changed': own('ファンレベルが変わりました', 'Fan level changed', {
    level: count,
    was: count,
    score: count,
    moved_by: word,
  }),
  'points.expired': own('ポイントが失効しました', 'Points expired', points),
  'segment.changed': own('セグメントの条件が変わりました', 'Segment changed', { state: word }),
  'segment.entered': own('セグメントに入りました', 'Entered a segment', segment),
  'segment.left': own('セグメントから出ました', 'Left a segment', segment),
  'message.sent': own('お知らせを送りました', 'Message sent', { channel: word, template: word }),
  'webhook.disabled': own('Webhookの送信を止めました', 'Webhook switched off', { reason: word }, '0.2.0'),
  ...collectedTypes,
}

/** The facts of a payload that the catalogue knows; anything else stays inside. */
export function factsOf(type: string, payload: Record<string, unknown>): Record<string, unknown> {
  const known = catalogue[type]?.facts.properties
  return known ? Object.fromEntries(Object.entries(payload).filter(([key]) => key in known)) : {}
}

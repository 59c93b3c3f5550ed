/**
 * What faces, devices and other systems tell: Segment's names where there is one (e-commerce spec v2, mobile, e-mail), our own for
 * shops, telephones, letters and LINE, of which no standard speaks.
 */
import Type, { type TProperties } from 'typebox'
import { collected, count, type EventType, id, some, text, word } from '#activity/event-type'

const amount = Type.Number()

/** Of goods. What another system calls them ends in `_ref`; `product_id` and `variant_id` are ours. */
const goods = {
  product_ref: text,
  sku: text,
  variant: text,
  category: text,
  brand: text,
  price: amount,
  quantity: amount,
  position: count,
}
/** Facts of any collected event which are no contact data and no free text. All else of it is kept sealed. */
export const openFacts: TProperties = {
  ...goods,
  product_id: id,
  variant_id: id,
  order_ref: text,
  checkout_ref: text,
  cart_ref: text,
  list_ref: text,
  promotion_ref: text,
  experiment_ref: text,
  variation_ref: text,
  store_ref: text,
  register_ref: text,
  receipt_ref: text,
  coupon: text,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  total: amount,
  subtotal: amount,
  revenue: amount,
  value: amount,
  shipping: amount,
  tax: amount,
  discount: amount,
  step: count,
  rating: amount,
  products: Type.Array(Type.Object(some(goods), { additionalProperties: false }), { maxItems: 100 }),
  /** Nobody planned for an event of this name. */
  unplanned: Type.Boolean(),
  /** Properties that the plan wants otherwise, or that are missing. */
  faults: Type.Array(text),
  /** Purposes she refused where the event was told. */
  refused: Type.Array(text),
}
const told = (ja: string, en: string, since: string, facts: TProperties = {}) =>
  collected(ja, en, { ...openFacts, ...facts }, since)

export const collectedTypes: Readonly<Record<string, EventType>> = {
  'Product Viewed': told('商品を見ました', 'Viewed a product', '0.1.0', { product_id: id, variant_id: id, list: word }),
  'Product List Viewed': told('商品一覧を見ました', 'Viewed a product list', '0.1.0', {
    category_id: id,
    brand_id: id,
  }),
  'Product Scanned': told('商品をスキャンしました', 'Scanned a product', '0.1.0', { product_id: id, variant_id: id }),
  'Cart Viewed': told('カートを見ました', 'Viewed the cart', '0.1.0', { cart_id: id, lines: count }),
  'Store Viewed': told('店舗ページを見ました', 'Viewed a shop', '0.1.0'),
  'Store Visited': told('来店しました', 'Visited a shop', '0.1.0', { by: word }),
  'App Opened': told('アプリを開きました', 'Opened the app', '0.1.0'),
  'Promotion Viewed': told('お知らせを見ました', 'Viewed a promotion', '0.2.0', { promotion: word }),
  'Scene Started': told('催しや出来事が始まりました', 'A scene began', '0.2.0', { scene: word }),
  'Scene Ended': told('催しや出来事が終わりました', 'A scene ended', '0.2.0', { scene: word }),
  'Products Searched': told('商品を検索しました', 'Searched for products', '0.2.0'),
  'Product List Filtered': told('商品一覧を絞り込みました', 'Narrowed a product list', '0.2.0'),
  'Promotion Clicked': told('お知らせを開きました', 'Opened a promotion', '0.2.0', { promotion: word }),
  'Product Clicked': told('商品を開きました', 'Clicked a product', '0.2.0'),
  'Product Added': told('カートに入れました', 'Added a product', '0.2.0'),
  'Product Removed': told('カートから出しました', 'Removed a product', '0.2.0'),
  'Checkout Started': told('購入手続きを始めました', 'Started checkout', '0.2.0'),
  'Checkout Step Viewed': told('購入手続きの画面を見ました', 'Viewed a checkout step', '0.2.0'),
  'Checkout Step Completed': told('購入手続きの段階を終えました', 'Completed a checkout step', '0.2.0'),
  'Payment Info Entered': told('お支払い方法を入力しました', 'Entered payment details', '0.2.0'),
  'Order Completed': told('購入しました', 'Completed an order', '0.2.0'),
  'Order Updated': told('注文を変更しました', 'Updated an order', '0.2.0'),
  'Order Refunded': told('返金を受けました', 'Was refunded', '0.2.0'),
  'Order Cancelled': told('注文を取り消しました', 'Cancelled an order', '0.2.0'),
  'Coupon Entered': told('クーポンを入力しました', 'Entered a coupon', '0.2.0'),
  'Coupon Applied': told('クーポンを使いました', 'Applied a coupon', '0.2.0'),
  'Coupon Denied': told('クーポンが使えませんでした', 'Was denied a coupon', '0.2.0'),
  'Coupon Removed': told('クーポンを外しました', 'Removed a coupon', '0.2.0'),
  'Product Added to Wishlist': told('ほしい物に入れました', 'Added to the wish list', '0.2.0'),
  'Product Removed from Wishlist': told('ほしい物から外しました', 'Removed from the wish list', '0.2.0'),
  'Wishlist Product Added to Cart': told('ほしい物をカートに入れました', 'Put a wish in the cart', '0.2.0'),
  'Product Shared': told('商品を共有しました', 'Shared a product', '0.2.0'),
  'Cart Shared': told('カートを共有しました', 'Shared the cart', '0.2.0'),
  'Product Reviewed': told('商品のレビューを書きました', 'Reviewed a product', '0.2.0'),
  'Page Viewed': told('ページを見ました', 'Viewed a page', '0.2.0'),
  'Screen Viewed': told('画面を見ました', 'Viewed a screen', '0.2.0'),
  Identified: told('お客さまが名乗りました', 'Was identified', '0.2.0'),
  'Group Identified': told('所属を伝えました', 'Told of a group', '0.2.0'),
  'Alias Told': told('別名を伝えました', 'Told of an alias', '0.2.0'),
  'Segment Consent Preference Updated': told('同意の設定を変えました', 'Changed consent preferences', '0.2.0'),
  'Application Installed': told('アプリを入れました', 'Installed the app', '0.2.0'),
  'Application Updated': told('アプリを更新しました', 'Updated the app', '0.2.0'),
  'Application Opened': told('アプリを開きました', 'Opened the app', '0.2.0'),
  'Application Backgrounded': told('アプリを閉じました', 'Left the app', '0.2.0'),
  'Push Notification Received': told('プッシュ通知を受け取りました', 'Received a push message', '0.2.0'),
  'Push Notification Tapped': told('プッシュ通知を開きました', 'Opened a push message', '0.2.0'),
  'Deep Link Opened': told('リンクからアプリを開きました', 'Opened the app by a link', '0.2.0'),
  'Email Delivered': told('メールが届きました', 'An e-mail was delivered', '0.2.0'),
  'Email Opened': told('メールを開きました', 'Opened an e-mail', '0.2.0'),
  'Email Link Clicked': told('メールのリンクを押しました', 'Followed a link of an e-mail', '0.2.0'),
  'Email Bounced': told('メールが届きませんでした', 'An e-mail bounced', '0.2.0'),
  'Email Marked as Spam': told('メールが迷惑メールにされました', 'Marked an e-mail as spam', '0.2.0'),
  Unsubscribed: told('配信を停止しました', 'Unsubscribed', '0.2.0'),
  'Live Chat Message Sent': told('チャットで話しました', 'Sent a chat message', '0.2.0'),
  'Experiment Viewed': told('実験の一方を見ました', 'Saw a variation of an experiment', '0.2.0'),
  'Beacon Entered': told('ビーコンに近づきました', 'Came near a beacon', '0.2.0'),
  'Call Received': told('電話がありました', 'Called us', '0.2.0'),
  'Direct Mail Sent': told('郵便でお送りしました', 'Was sent direct mail', '0.2.0'),
  'Line Followed': told('LINEで友だちになりました', 'Followed us on LINE', '0.2.0'),
  'Line Blocked': told('LINEでブロックされました', 'Blocked us on LINE', '0.2.0'),
}

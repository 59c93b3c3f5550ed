import type { paths } from './api.gen.ts'

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : never
type Good<Op> = Op extends { responses: infer R }
  ? Json<R extends { 200: infer Ok } ? Ok : R extends { 201: infer Made } ? Made : never>
  : never
type Got<Path extends keyof paths> = paths[Path] extends { get: infer Op } ? Good<Op> : never
type Posted<Path extends keyof paths> = paths[Path] extends { post: infer Op } ? Good<Op> : never
type Sent<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

/** What the API gives and takes, under the names the screens use. */
export type Segment = Got<'/v1/segments'>['items'][number]
export type SegmentRule = Segment['rule']
export type Condition = SegmentRule['all'][number]['any'][number]
/** What is concluded of people by rule. */
export type Tag = Got<'/v1/tags'>['items'][number]
export type TagRule = Tag['rule']
export type ProductSummary = Got<'/v1/desk/products'>['items'][number]
export type Product = Got<'/v1/desk/products/{product_id}'>
export type Variant = Product['variants'][number]
export type ShopStock = Product['places'][number]
export type Way = Product['ways'][number]
export type Brand = Got<'/v1/catalog/brands'>['items'][number]
export type PaymentConfiguration = Got<'/v1/orders/payments/configuration'>
export type Delivery = Got<'/v1/orders/delivery-options'>
export type Category = Got<'/v1/catalog/categories'>['items'][number]
export type Scanned = Got<'/v1/catalog/variants'>['items'][number]
export type Notices = Got<'/v1/stores/notices'>
export type Town = Got<'/v1/stores/postal-codes/{postal_code}'>['items'][number]
export type SoldCard = Got<'/v1/orders/{order_id}/gift-cards'>['items'][number]
export type CardFound = Posted<'/v1/gift-cards/lookups'>
export type CardHeld = Posted<'/v1/gift-cards/balances'>
/** What is held about her, in short. */
export type HeldData = Got<'/v1/privacy/me'>
/** What is concluded of her, with what it rests on. */
export type Facts = Got<'/v1/privacy/me/facts'>
export type ConcludedFact = Facts['items'][number]
/** Two records that may be one person. */
export type Pair = Got<'/v1/customers/pairs'>['items'][number]
export type PrivacyRequest = Got<'/v1/privacy/requests'>['items'][number]
export type Address = Got<'/v1/customers/me/addresses'>['items'][number]
export type Window = Got<'/v1/stores/places/{place_id}/pickup-windows'>['items'][number]
export type TillGood = Got<'/v1/catalog/till-goods'>['items'][number]
export type TaxRule = Got<'/v1/catalog/tax-rules'>['items'][number]
export type TillOffer = Got<'/v1/promotions/till-offers'>['items'][number]
/** A coupon a till was shown: what it gives. */
export type ShownCoupon = Posted<'/v1/promotions/coupon-showings'>['items'][number]
export type OrderSettings = Got<'/v1/orders/settings'>
export type TillSession = Got<'/v1/orders/till-sessions/{till_session_id}'>
export type TillCount = Posted<'/v1/orders/till-sessions/{till_session_id}/counts'>
export type OfflineSale = Sent<'/v1/orders/offline-sales'>['sales'][number]
export type Returnable = Posted<'/v1/orders/returns/searches'>['items'][number]
export type Returned = Posted<'/v1/orders/{order_id}/returns'>
export type Place = Got<'/v1/stores/places'>['items'][number]
export type Cart = Got<'/v1/carts/current'>
export type CartLine = Cart['lines'][number]
export type HandedOver = Posted<'/v1/carts/hand-overs'>
export type Order = Got<'/v1/orders/{order_id}'>
export type ReturnQuote = Posted<'/v1/orders/{order_id}/returns/quotes'>
export type Gift = Got<'/v1/gifts'>['items'][number]
/** A gift's card as a clerk hands it over. */
export type HandedGift = Posted<'/v1/orders/{order_id}/gift-hand-overs'>['items'][number]
export type OpenedGift = Posted<'/v1/gifts/openings'>
/** A campaign as its shelf's QR code shows it, and what somebody told there. */
export type ShelfCampaign = Got<'/v1/proofs/shelves/{code}'>
export type Proof = Got<'/v1/proofs/me/entries'>['items'][number]
export type Campaign = Got<'/v1/proofs/campaigns/{campaign_id}'>
export type CampaignSent = Sent<'/v1/proofs/campaigns'>
export type OfficeProof = Got<'/v1/proofs/entries'>['items'][number]
export type Hold = Got<'/v1/orders/holds/{hold_id}'>
export type OrderLine = Order['lines'][number]
export type OrderSent = Sent<'/v1/orders'>
export type Quote = Posted<'/v1/orders/quotes'>
export type Tax = Quote['taxes'][number]
export type MyCoupon = Got<'/v1/promotions/me/coupons'>['items'][number]
export type ShownOffer = Got<'/v1/promotions/me/offers'>['items'][number]
export type Purpose = Got<'/v1/consent/purposes'>['items'][number]
export type Consent = Got<'/v1/consent/current'>['items'][number]
export type SignedIn = Got<'/v1/access/sessions'>['items'][number]
export type Points = Got<'/v1/loyalty/me'>
/** What the house owes in one unit. */
export type Owed = Got<'/v1/loyalty/liability'>['items'][number]
export type Journal = Got<'/v1/loyalty/journals'>['items'][number]
export type OpenLot = Got<'/v1/loyalty/lots'>['items'][number]
export type Me = Got<'/v1/customers/me'>
export type Passkey = Got<'/v1/customers/me/passkeys'>['items'][number]
export type Card = Got<'/v1/customers/me/card'>
export type WhoAmI = Got<'/v1/access/me'>
export type Staff = NonNullable<WhoAmI['staff']>
export type Found = Posted<'/v1/customers/searches'>['items'][number]
export type Scan = Posted<'/v1/customers/scans'>
export type Customer = Got<'/v1/desk/customers/{customer_id}'>
export type Moment = Customer['events'][number]
export type TimelineEvent = Got<'/v1/events'>['items'][number]
export type EventKind = Got<'/v1/events/types'>['items'][number]
export type StockRow = Got<'/v1/inventory/variants/{variant_id}/places'>['items'][number]
export type ApiKey = Got<'/v1/access/api-keys'>['items'][number]
export type Webhook = Got<'/v1/integrations/webhooks'>['items'][number]
export type Sending = Got<'/v1/integrations/deliveries'>['items'][number]
export type Import = Got<'/v1/integrations/imports'>['items'][number]
export type Setting = Got<'/v1/settings/{key}'>
export type Transfer = Got<'/v1/inventory/transfers'>['items'][number]
export type Arrival = Got<'/v1/inventory/deliveries'>['items'][number]
export type Task = Got<'/v1/stores/tasks'>['items'][number]
export type CatalogProduct = Got<'/v1/catalog/products/{product_id}'>
export type Maturity = Got<'/v1/desk/maturity'>
export type Display = Got<'/v1/desk/displays/{place_id}'>
export type ImportWhole = Got<'/v1/integrations/imports/{import_id}'>
export type Guess = Got<'/v1/integrations/uploads/{upload_id}/guess'>
export type ImportPreview = paths['/v1/integrations/uploads/{upload_id}/plan'] extends { put: infer Op }
  ? Good<Op>
  : never
export type Offer = Got<'/v1/promotions/offers/{offer_id}'>
export type OfferSent = Sent<'/v1/promotions/offers'>
export type OfferFinding = Got<'/v1/promotions/offers/{offer_id}/findings'>['items'][number]
export type OfferForecast = Posted<'/v1/promotions/forecasts'>
export type OfferReport = Got<'/v1/promotions/offers/{offer_id}/report'>
export type OfferChange = Got<'/v1/promotions/offers/{offer_id}/changes'>['items'][number]
export type Coupon = Got<'/v1/promotions/offers/{offer_id}/coupons'>['items'][number]

/** What is called what for whoever maps a file at a screen: resources and their fields, in both languages. */
import type { Message } from '#core/problem'
import type { Resource } from '#integrations/fields'

type Words = readonly [ja: string, en: string]
const titles: Record<Resource, Words> = {
  products: ['商品', 'Products'],
  prices: ['価格', 'Prices'],
  stock: ['在庫', 'Stock'],
  customers: ['顧客', 'Customers'],
  cards: ['旧カード（暗証番号つき）', 'Old cards with PIN'],
  points: ['ポイント残高', 'Opening balances of points'],
  purchases: ['購買明細', 'Purchase lines'],
  receipts: ['レシート（合計のみ）', 'Receipts (totals only)'],
  postal: ['郵便番号', 'Postal codes'],
}

const names: Record<string, Words> = {
  external_id: ['番号（元のシステムでの番号）', 'Number in the other system'],
  name: ['名称', 'Name'],
  name_kana: ['名称カナ', 'Name in kana'],
  name_en: ['英語の名称', 'Name in English'],
  description: ['説明', 'Description'],
  brand: ['ブランド', 'Brand'],
  category: ['部門・カテゴリ', 'Category'],
  tax_category: ['税区分', 'Tax category'],
  gtin: ['JANコード', 'GTIN'],
  price_yen: ['価格（円）', 'Price in yen'],
  price_from: ['価格の開始日時', 'Price holds from'],
  price_until: ['価格の終了日時', 'Price holds until'],
  channel: ['販路', 'Channel'],
  product: ['商品コード', 'Product number'],
  place: ['店舗', 'Place'],
  quantity: ['数量', 'Quantity'],
  family_name: ['姓', 'Family name'],
  given_name: ['名', 'Given name'],
  family_kana: ['姓カナ', 'Family name in kana'],
  given_kana: ['名カナ', 'Given name in kana'],
  phone: ['電話番号', 'Telephone'],
  email: ['メールアドレス', 'E-mail'],
  card: ['カード番号', 'Card number'],
  pin: ['暗証番号', 'PIN'],
  birth_date: ['生年月日', 'Date of birth'],
  birth_year: ['生まれた年', 'Year of birth'],
  birth_month: ['生まれた月', 'Month of birth'],
  gender: ['性別', 'Gender'],
  postal_code: ['郵便番号', 'Postal code'],
  prefecture: ['都道府県', 'Prefecture'],
  city: ['市区町村', 'City'],
  address: ['住所', 'Address'],
  registered_at: ['入会日', 'Joined on'],
  points: ['ポイント', 'Points'],
  expires_on: ['有効期限', 'Good through'],
  customer: ['会員番号', 'Customer number'],
  order: ['取引番号', 'Order number'],
  line: ['明細番号', 'Line number'],
  placed_at: ['取引日時', 'Date and time'],
  amount_yen: ['金額（税込・円）', 'Amount in yen, tax included'],
  reduced_yen: ['うち軽減税率の対象（円）', 'Of it at the reduced rate, in yen'],
  discount_yen: ['値引き（円）', 'Discount in yen'],
  town: ['町域', 'Town'],
  town_kana: ['町域カナ', 'Town in kana'],
}
// The same name means another thing here.
const special: Partial<Record<`${Resource}.${string}`, Words>> = {
  'products.name': ['商品名', 'Name'],
  'products.external_id': ['商品コード', 'Product number'],
  'customers.name': ['氏名', 'Full name'],
  'customers.name_kana': ['氏名カナ', 'Full name in kana'],
  'customers.external_id': ['会員番号', 'Customer number'],
  'customers.points': ['ポイント残高', 'Balance of points'],
  'cards.points': ['ポイント残高', 'Balance of points'],
  'cards.external_id': ['カードの管理番号', 'Number of the card in the other system'],
  'points.points': ['ポイント残高', 'Balance of points'],
  'purchases.points': ['付与ポイント（取引ごと）', 'Points granted for the order'],
  'receipts.points': ['付与ポイント', 'Points granted'],
  'purchases.name': ['商品名', 'Name of the goods'],
  'stock.quantity': ['在庫数', 'Quantity in stock'],
}

export function titleOf(resource: Resource): Message {
  return said(titles[resource])
}

export function fieldTitle(resource: Resource, field: string): Message {
  return said(special[`${resource}.${field}`] ?? names[field] ?? [field, field])
}

function said([ja, en]: Words): Message {
  return { ja, en }
}

import type { BrandCode, Words } from './product.ts'

/** Opening and closing time per weekday, 'HH:MM'; null is a day off. */
export type Hours = Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly [string, string] | null>

export type Place = {
  code: string
  kind: 'shop' | 'popup' | 'warehouse' | 'office'
  name: Words
  brands: BrandCode[]
  postal_code: string
  prefecture: string
  city: string
  /** Street and number; the number is invented. */
  address: string
  phone: string
  latitude: number
  longitude: number
  hours: Hours
  ships_ec: boolean
  offers_pickup: boolean
  cafe: boolean
  /** How busy it is, relative to the others. */
  bustle: number
}

const every = (open: string, close: string): Hours => {
  const day = [open, close] as const
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }
}
const both: BrandCode[] = ['honoto', 'ayatoyuki']
const shop = { kind: 'shop', ships_ec: false, offers_pickup: true } as const

/** Shops stand in real streets, with invented numbers; no telephone exchange 0000 exists. */
export const places: Place[] = [
  {
    ...shop,
    code: 'setagaya',
    name: { ja: '世田谷店', kana: 'セタガヤテン', en: 'Setagaya' },
    brands: both,
    postal_code: '154-0004',
    prefecture: '東京都',
    city: '世田谷区',
    address: '太子堂4-99-1',
    phone: '03-0000-1001',
    latitude: 35.64368,
    longitude: 139.66904,
    hours: every('10:00', '20:00'),
    cafe: false,
    bustle: 7,
  },
  {
    ...shop,
    code: 'shinjuku',
    name: { ja: '新宿店', kana: 'シンジュクテン', en: 'Shinjuku' },
    brands: both,
    postal_code: '160-0022',
    prefecture: '東京都',
    city: '新宿区',
    address: '新宿3-99-2',
    phone: '03-0000-1002',
    latitude: 35.69108,
    longitude: 139.7041,
    hours: every('10:00', '21:00'),
    cafe: true,
    bustle: 10,
  },
  {
    ...shop,
    code: 'shibuya',
    name: { ja: '渋谷店', kana: 'シブヤテン', en: 'Shibuya' },
    brands: ['ayatoyuki', 'honoto'],
    postal_code: '150-0001',
    prefecture: '東京都',
    city: '渋谷区',
    address: '神宮前6-99-3',
    phone: '03-0000-1003',
    latitude: 35.66412,
    longitude: 139.70262,
    hours: every('11:00', '21:00'),
    cafe: false,
    bustle: 9,
  },
  {
    ...shop,
    code: 'marunouchi',
    name: { ja: '丸の内店', kana: 'マルノウチテン', en: 'Marunouchi' },
    brands: both,
    postal_code: '100-0005',
    prefecture: '東京都',
    city: '千代田区',
    address: '丸の内2-99-4',
    phone: '03-0000-1004',
    latitude: 35.68031,
    longitude: 139.76384,
    hours: { ...every('07:30', '20:00'), sat: ['10:00', '20:00'], sun: ['10:00', '19:00'] },
    cafe: true,
    bustle: 9,
  },
  {
    ...shop,
    code: 'yurakucho',
    name: { ja: '有楽町店', kana: 'ユウラクチョウテン', en: 'Yurakucho' },
    brands: both,
    postal_code: '100-0006',
    prefecture: '東京都',
    city: '千代田区',
    address: '有楽町1-99-5',
    phone: '03-0000-1005',
    latitude: 35.67492,
    longitude: 139.76301,
    hours: every('10:00', '20:00'),
    cafe: false,
    bustle: 7,
  },
  {
    ...shop,
    code: 'kitayama',
    name: { ja: '北山本店', kana: 'キタヤマホンテン', en: 'Kitayama Main Shop' },
    brands: both,
    postal_code: '603-8053',
    prefecture: '京都府',
    city: '京都市北区',
    address: '上賀茂岩ケ垣内町99-6',
    phone: '075-000-1006',
    latitude: 35.05085,
    longitude: 135.7634,
    hours: { ...every('10:00', '19:00'), wed: null },
    cafe: true,
    bustle: 6,
  },
  {
    ...shop,
    code: 'gion',
    name: { ja: '祇園店', kana: 'ギオンテン', en: 'Gion' },
    brands: ['honoto'],
    postal_code: '605-0073',
    prefecture: '京都府',
    city: '京都市東山区',
    address: '祇園町北側99-7',
    phone: '075-000-1007',
    latitude: 35.00392,
    longitude: 135.77602,
    hours: every('11:00', '20:00'),
    cafe: true,
    bustle: 7,
  },
  {
    ...shop,
    code: 'sapporo',
    name: { ja: '札幌店', kana: 'サッポロテン', en: 'Sapporo' },
    brands: ['ayatoyuki', 'honoto'],
    postal_code: '060-0061',
    prefecture: '北海道',
    city: '札幌市中央区',
    address: '南一条西3-99-8',
    phone: '011-000-1008',
    latitude: 43.05886,
    longitude: 141.35244,
    hours: every('10:00', '20:00'),
    cafe: false,
    bustle: 4,
  },
  {
    ...shop,
    code: 'naha',
    name: { ja: '那覇店', kana: 'ナハテン', en: 'Naha' },
    brands: ['ayatoyuki', 'honoto'],
    postal_code: '900-0014',
    prefecture: '沖縄県',
    city: '那覇市',
    address: '松尾2-99-9',
    phone: '098-000-1009',
    latitude: 26.21503,
    longitude: 127.68672,
    hours: every('10:00', '21:00'),
    cafe: false,
    bustle: 3,
  },
  {
    kind: 'popup',
    code: 'kyoto-station',
    name: { ja: '京都駅POP-UP', kana: 'キョウトエキポップアップ', en: 'Kyoto Station POP-UP' },
    brands: ['honoto'],
    postal_code: '600-8216',
    prefecture: '京都府',
    city: '京都市下京区',
    address: '烏丸通塩小路下ル東塩小路町99-12',
    phone: '075-000-1012',
    latitude: 34.98585,
    longitude: 135.75877,
    hours: every('09:00', '20:00'),
    ships_ec: false,
    offers_pickup: false,
    cafe: false,
    bustle: 5,
  },
  {
    kind: 'warehouse',
    code: 'warehouse',
    name: { ja: '倉庫', kana: 'ソウコ', en: 'Warehouse' },
    brands: both,
    postal_code: '272-0013',
    prefecture: '千葉県',
    city: '市川市',
    address: '高谷9-99-10',
    phone: '047-000-1010',
    latitude: 35.68254,
    longitude: 139.93871,
    hours: { ...every('08:00', '20:00'), sun: null },
    ships_ec: true,
    offers_pickup: false,
    cafe: false,
    bustle: 0,
  },
  {
    kind: 'office',
    code: 'office',
    name: { ja: '本部・お電話窓口', kana: 'ホンブオデンワマドグチ', en: 'Office and call centre' },
    brands: both,
    postal_code: '101-0051',
    prefecture: '東京都',
    city: '千代田区',
    address: '神田神保町9-99-11',
    phone: '0120-000-000',
    latitude: 35.69581,
    longitude: 139.75772,
    hours: every('09:00', '20:00'),
    ships_ec: false,
    offers_pickup: false,
    cafe: false,
    bustle: 0,
  },
]

/** The shops alone. */
export const shops = places.filter((place) => place.kind === 'shop')

/** Where something is sold over the counter on a day: the shops, and the POP-UP on its days. */
export function selling(date: string, popup: PopupDays): Place[] {
  const open = date >= popup.opens_on && date <= popup.closes_on
  return places.filter(({ kind }) => kind === 'shop' || (kind === 'popup' && open))
}
export type PopupDays = { opens_on: string; closes_on: string }

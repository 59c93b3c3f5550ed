import type { Words } from './product.ts'

/** Who cooks with our rice: invented houses in real districts, no exchange 0000 exists. */
export type Restaurant = {
  code: string
  name: Words
  postal_code: string
  prefecture: string
  city: string
  address: string
  phone: string
  latitude: number
  longitude: number
  /** Codes of the products it serves or sells. */
  serves: string[]
}

const at = (
  code: string,
  [ja = '', kana = '', en = '']: readonly string[],
  [postal_code = '', prefecture = '', city = '', address = '', phone = '']: readonly string[],
  [latitude = 0, longitude = 0]: readonly number[],
  serves: string[],
): Restaurant => ({
  code,
  name: { ja, kana, en },
  postal_code,
  prefecture,
  city,
  address,
  phone,
  latitude,
  longitude,
  serves,
})

const rice = ['rice', 'brown-rice', 'rice-three']

export const restaurants: Restaurant[] = [
  at(
    'meshidokoro-kamo',
    ['めし処 かも川', 'メシドコロカモガワ', 'Meshidokoro Kamogawa'],
    ['604-8015', '京都府', '京都市中京区', '先斗町99-21', '075-000-2021'],
    [35.0069, 135.7706],
    [...rice, 'rice-tsuyahime'],
  ),
  at(
    'kissa-engetsu',
    ['喫茶 縁月', 'キッサエンゲツ', 'Kissa Engetsu'],
    ['154-0024', '東京都', '世田谷区', '三軒茶屋2-99-22', '03-0000-2022'],
    [35.6432, 139.6701],
    ['rice', 'coffee-engawa', 'honey-acacia'],
  ),
  at(
    'okan-shokudo',
    ['おかん食堂 南一条', 'オカンショクドウミナミイチジョウ', 'Okan Shokudo'],
    ['060-0061', '北海道', '札幌市中央区', '南一条西5-99-23', '011-000-2023'],
    [43.0581, 141.3502],
    ['rice', 'rice-yumepirika'],
  ),
  at(
    'mahae',
    ['島ごはん まはえ', 'シマゴハンマハエ', 'Shimagohan Mahae'],
    ['900-0014', '沖縄県', '那覇市', '松尾2-99-24', '098-000-2024'],
    [26.2147, 127.6879],
    ['rice', 'rice-zakkoku'],
  ),
]

/** Where customers live: real districts (postal code, name, centre), and which shop is their own. */
export type District = {
  postal_code: string
  prefecture: string
  city: string
  street: string
  latitude: number
  longitude: number
  near: string
}

const at = (
  postal_code: string,
  prefecture: string,
  city: string,
  street: string,
  latitude: number,
  longitude: number,
  near: string,
): District => ({
  postal_code,
  prefecture,
  city,
  street,
  latitude,
  longitude,
  near,
})

export const districts: District[] = [
  at('154-0004', '東京都', '世田谷区', '太子堂', 35.6437, 139.669, 'setagaya'),
  at('154-0024', '東京都', '世田谷区', '三軒茶屋', 35.6413, 139.6717, 'setagaya'),
  at('155-0031', '東京都', '世田谷区', '北沢', 35.6614, 139.6669, 'setagaya'),
  at('156-0043', '東京都', '世田谷区', '松原', 35.664, 139.6556, 'setagaya'),
  at('153-0051', '東京都', '目黒区', '上目黒', 35.6424, 139.6921, 'shibuya'),
  at('150-0013', '東京都', '渋谷区', '恵比寿', 35.6469, 139.7156, 'shibuya'),
  at('151-0053', '東京都', '渋谷区', '代々木', 35.6817, 139.6984, 'shinjuku'),
  at('160-0004', '東京都', '新宿区', '四谷', 35.6871, 139.7226, 'shinjuku'),
  at('164-0001', '東京都', '中野区', '中野', 35.7065, 139.6656, 'shinjuku'),
  at('166-0003', '東京都', '杉並区', '高円寺南', 35.7026, 139.6494, 'shinjuku'),
  at('104-0061', '東京都', '中央区', '銀座', 35.6717, 139.765, 'yurakucho'),
  at('104-0053', '東京都', '中央区', '晴海', 35.656, 139.7822, 'yurakucho'),
  at('135-0061', '東京都', '江東区', '豊洲', 35.6548, 139.7964, 'marunouchi'),
  at('113-0033', '東京都', '文京区', '本郷', 35.7077, 139.7604, 'marunouchi'),
  at('272-0021', '千葉県', '市川市', '八幡', 35.7228, 139.927, 'marunouchi'),
  at('220-0012', '神奈川県', '横浜市西区', 'みなとみらい', 35.4575, 139.6325, 'shibuya'),
  at('606-0846', '京都府', '京都市左京区', '下鴨北野々神町', 35.0459, 135.7703, 'kitayama'),
  at('603-8165', '京都府', '京都市北区', '紫野西御所田町', 35.0416, 135.754, 'kitayama'),
  at('602-8048', '京都府', '京都市上京区', '東魚屋町', 35.0204, 135.7534, 'kitayama'),
  at('605-0862', '京都府', '京都市東山区', '清水', 34.9955, 135.7802, 'gion'),
  at('604-8064', '京都府', '京都市中京区', '骨屋之町', 35.0065, 135.7639, 'gion'),
  at('520-0046', '滋賀県', '大津市', '長等', 35.0067, 135.8616, 'gion'),
  at('064-0820', '北海道', '札幌市中央区', '大通西', 43.0562, 141.3139, 'sapporo'),
  at('062-0933', '北海道', '札幌市豊平区', '平岸三条', 43.0309, 141.3722, 'sapporo'),
  at('900-0004', '沖縄県', '那覇市', '銘苅', 26.231, 127.6961, 'naha'),
  at('901-2127', '沖縄県', '浦添市', '屋富祖', 26.2489, 127.7107, 'naha'),
]

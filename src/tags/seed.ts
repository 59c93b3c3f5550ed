import { system } from '#core/actor'
import type { Tx } from '#core/database'
import { lay } from '#tags/manage'
import type { Rule, Sign } from '#tags/rule'

type Seed = { key: string; name: string; name_en: string; signs: Sign[]; but?: string[]; more?: Partial<Rule> }

const word = (...among: string[]): Sign => ({ is: 'word', among })
const attribute = (name: string, weight = 1): Sign => ({ is: 'attribute', name, weight })
/** A line and a look, two lines, or five looks, within some weeks. */
const usual = { bought: 4, viewed: 1, half_life_days: 90, threshold: 4.5 }

const seeds: Seed[] = [
  {
    key: 'organic',
    name: 'オーガニック',
    name_en: 'Organic',
    signs: [attribute('organic'), word('オーガニック', '有機', '有機JAS', '無農薬', 'organic')],
    but: ['有機EL', '有機溶剤', '有機化合物', '有機ガラス'],
  },
  {
    key: 'gift',
    name: 'ギフト',
    name_en: 'Gifts',
    signs: [
      word(
        'ギフト',
        '贈り物',
        '贈答',
        '贈答用',
        'お中元',
        'お歳暮',
        '内祝い',
        '御祝',
        '手土産',
        '手みやげ',
        '詰め合わせ',
        'gift',
      ),
      attribute('egift'),
    ],
    but: ['ギフト対象外', 'ギフト不可'],
  },
  {
    key: 'refill',
    name: '詰め替え派',
    name_en: 'Refills',
    signs: [word('詰め替え', '詰替え', '詰替', '詰めかえ', 'つめかえ', 'つめ替え', 'リフィル', 'レフィル', 'refill')],
    but: ['詰め替え不要', 'つめかえ不要', '詰替不要'],
    more: { half_life_days: 120 },
  },
  {
    key: 'parenting',
    name: '子育て',
    name_en: 'Raising children',
    signs: [
      word(
        'ベビー',
        '赤ちゃん',
        '離乳食',
        'おむつ',
        '紙おむつ',
        '子ども用',
        '子供用',
        'こども用',
        'キッズ',
        '抱っこひも',
        '知育',
        '哺乳瓶',
        'baby',
        'kids',
      ),
    ],
    but: ['ベビーリーフ', 'ベビーコーン', 'ベビーカステラ', 'ベビースター', 'ベビーホタテ', 'ベビーパウダー'],
    more: { half_life_days: 180 },
  },
  {
    key: 'plant-based',
    name: '植物由来',
    name_en: 'Plant-based',
    signs: [
      word(
        '植物由来',
        '植物性',
        '豆乳',
        '大豆ミート',
        'プラントベース',
        'ヴィーガン',
        'ビーガン',
        'オーツミルク',
        'vegan',
      ),
    ],
    but: ['豆乳石鹸', '豆乳ローション', '豆乳化粧水'],
  },
  {
    key: 'domestic',
    name: '国産びいき',
    name_en: 'Made in Japan',
    signs: [word('国産', '日本製', '国内産', '北海道産', '九州産')],
    more: { threshold: 9 },
  },
  {
    key: 'free-from',
    name: '無添加・無香料',
    name_en: 'Free from additives',
    signs: [word('無添加', '無香料', '無着色', '香料不使用', '保存料不使用', '添加物不使用')],
  },
  {
    key: 'breakfast',
    name: '朝食をつくる',
    name_en: 'Breakfast at home',
    signs: [word('朝食', 'グラノーラ', 'ミューズリー', 'オートミール', 'オーツ', 'シリアル', 'コーンフレーク')],
    but: ['オーツミルク', '朝食付'],
  },
  {
    key: 'tea-coffee',
    name: 'お茶とコーヒー',
    name_en: 'Tea and coffee',
    signs: [
      word(
        '緑茶',
        '煎茶',
        'ほうじ茶',
        '番茶',
        '紅茶',
        '抹茶',
        '玄米茶',
        '茶葉',
        'コーヒー',
        '珈琲',
        'ティーバッグ',
        'カフェ',
        'coffee',
      ),
    ],
    but: ['紅茶ビスケット', '抹茶色', 'コーヒー色', 'カフェエプロン', 'カフェカーテン'],
  },
  {
    key: 'alcohol',
    name: 'お酒',
    name_en: 'Sake, wine, beer',
    signs: [
      attribute('alcohol'),
      word('日本酒', '純米酒', '純米吟醸', '焼酎', '梅酒', 'ワイン', 'ビール', 'ウイスキー'),
    ],
    but: [
      'ワインレッド',
      'ワインビネガー',
      'ワイングラス',
      'ワインオープナー',
      'ビール酵母',
      'ビールグラス',
      'ノンアルコールビール',
    ],
  },
  {
    key: 'sweets',
    name: '甘いもの',
    name_en: 'Sweets',
    signs: [
      word(
        '和菓子',
        'クッキー',
        'ビスケット',
        'チョコレート',
        'プリン',
        '羊羹',
        'ようかん',
        'ケーキ',
        '大福',
        'おやつ',
        'マドレーヌ',
        'フィナンシェ',
      ),
    ],
    but: ['パンケーキ', 'ケーキ皿', 'ケーキ型', 'クッキー型', 'チョコレート色', 'プリント', '犬用おやつ', '猫用おやつ'],
    more: { half_life_days: 60 },
  },
  {
    key: 'natural-fibres',
    name: '自然素材',
    name_en: 'Natural fibres',
    signs: [word('綿', '綿100%', 'コットン', '麻', 'リネン', 'ウール', '羊毛', 'シルク', '絹', 'カシミヤ')],
    but: ['コットンパフ', 'コットンキャンディ', 'ウールライク', 'シルクスクリーン', '絹ごし', '麻婆'],
    more: { half_life_days: 180 },
  },
  {
    key: 'craft',
    name: '手仕事',
    name_en: 'Craft',
    signs: [
      word('手仕事', '手づくり', '手作り', '職人', '民藝', '民芸', '手織り', '木桶', '漆器', '益子焼', '波佐見焼'),
    ],
    more: { half_life_days: 180 },
  },
  {
    key: 'limited',
    name: '限定品',
    name_en: 'Limited editions',
    signs: [word('季節限定', '期間限定', '数量限定', '店舗限定', '先行販売')],
    more: { half_life_days: 60 },
  },
  {
    key: 'pets',
    name: 'ペットと暮らす',
    name_en: 'Living with pets',
    signs: [word('犬用', '猫用', 'ペットフード', 'ドッグフード', 'キャットフード', 'ペットシーツ', '猫砂')],
    more: { half_life_days: 180 },
  },
  {
    key: 'sensitive-skin',
    name: '敏感肌のケア',
    name_en: 'Care for sensitive skin',
    signs: [word('敏感肌', '乾燥肌', '低刺激', 'アトピー'), attribute('skin')],
    more: { sensitive: true },
  },
]

/** The tags a retailer starts with; those already there are left as they are. */
export async function seedTags(tx: Tx): Promise<void> {
  await lay(
    tx,
    system,
    seeds.map(({ key, name, name_en, signs, but, more }) => ({
      external_id: `engawa:${key}`,
      name,
      name_en,
      rule: { signs, ...(but ? { but } : {}), ...usual, ...more },
    })),
  )
}

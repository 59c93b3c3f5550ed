import { inStore } from '../codes.ts'
import { only, type Product, product, sized, type Variant } from '../product.ts'

const maker = '穂の戸 食品室'

/** Café drinks are priced before tax: To Go and eat-in carry different rates on the same body price. */
const cup = (item: number, yen: number): Variant => ({ gtin: inStore(item), yen, tax_included: false, options: {} })
const counterFood = (item: number, yen: number): Variant => ({
  gtin: inStore(item),
  yen,
  tax_included: true,
  options: {},
})

/** What one drinks, at home or on the veranda of the café. */
export const drinks: Product[] = [
  product(
    {
      code: 'soy-milk',
      brand: 'honoto',
      category: 'drinks',
      maker,
      tax: 'food',
      picture: { motif: 'soyMilk' },
      name: {
        ja: '国産大豆の豆乳 1L',
        kana: 'コクサンダイズノトウニュウイチリットル',
        en: 'Soy Milk of Japanese Soybeans, 1 L',
      },
      text: {
        ja: '国産大豆と水だけでつくる無調整豆乳。青くささが少なく、そのまま飲んでも料理に使っても。',
        en: 'Nothing but Japanese soybeans and water. Mild enough to drink as it is.',
      },
      tags: ['オーガニック', '朝食', '国産'],
      attributes: { organic: '有機大豆', content: '1L', storage: '開封後冷蔵', allergens: '大豆' },
    },
    only(2, 756),
  ),
  product(
    {
      code: 'oat-milk',
      brand: 'honoto',
      category: 'drinks',
      maker,
      tax: 'food',
      picture: { motif: 'soyMilk', palette: 'hinoki' },
      name: { ja: '有機オーツミルク 1L', kana: 'ユウキオーツミルクイチリットル', en: 'Organic Oat Milk, 1 L' },
      text: {
        ja: '砂糖を使わず、オーツ麦の自然な甘みだけ。温めてもだまになりにくく、ラテに向きます。',
        en: 'No sugar added, only the sweetness of oats. Froths well for lattes.',
      },
      tags: ['オーガニック', '朝食'],
      attributes: { organic: '有機JAS', content: '1L' },
    },
    only(120, 626),
  ),
  product(
    {
      code: 'sencha',
      brand: 'honoto',
      category: 'drinks',
      maker: '穂の戸 茶室',
      tax: 'food',
      picture: { motif: 'teaTin' },
      name: { ja: '宇治煎茶', kana: 'ウジセンチャ', en: 'Uji Sencha' },
      text: {
        ja: '一番茶の若い芽を浅く蒸しました。70度の湯で1分、二煎目は熱めにどうぞ。',
        en: 'First-flush leaves, lightly steamed. One minute at 70 °C; hotter for the second cup.',
      },
      tags: ['京都', 'ギフト'],
      attributes: { content: '80g', origin: '京都' },
    },
    sized(121, 1620, '80g缶'),
    sized(122, 1404, '80g詰め替え'),
  ),
  product(
    {
      code: 'hojicha',
      brand: 'honoto',
      category: 'drinks',
      maker: '穂の戸 茶室',
      tax: 'food',
      picture: { motif: 'teaTin', palette: 'kogecha' },
      name: { ja: '茎ほうじ茶', kana: 'クキホウジチャ', en: 'Roasted Stem Tea' },
      text: {
        ja: '茶の茎を深く焙じた香ばしいお茶。カフェインが少なく、夜にも飲めます。',
        en: 'Deep-roasted tea stems. Low in caffeine, so good at night.',
      },
      tags: ['京都'],
      attributes: { content: '100g' },
    },
    only(123, 972),
  ),
  product(
    {
      code: 'coffee-beans',
      brand: 'honoto',
      category: 'drinks',
      maker: '穂の戸 焙煎所',
      tax: 'food',
      picture: { motif: 'coffeeBeans' },
      name: { ja: '縁側ブレンド', kana: 'エンガワブレンド', en: 'Engawa Blend Coffee' },
      text: {
        ja: '日なたで飲みたい、まるい中深煎り。木の実とカカオの香りがします。',
        en: 'A round medium-dark roast for sunny afternoons: nuts and cacao.',
      },
      tags: ['自家焙煎'],
      attributes: { content: '200g' },
    },
    sized(124, 1296, '豆 200g'),
    sized(125, 1296, '粉 200g'),
  ),
  product(
    {
      code: 'mikan-juice',
      brand: 'honoto',
      category: 'drinks',
      maker,
      tax: 'food',
      picture: { motif: 'juice' },
      name: { ja: '温州みかんしぼり', kana: 'ウンシュウミカンシボリ', en: 'Pressed Mikan Juice' },
      text: {
        ja: '有田のみかんを皮ごと絞らず、実だけをやさしく裏ごししました。果汁100%です。',
        en: 'Arida mandarins, the flesh alone gently strained. Pure juice.',
      },
      tags: ['国産', 'ギフト'],
      attributes: { content: '500ml', origin: '和歌山' },
    },
    only(126, 1188),
  ),
  product(
    {
      code: 'junmai-sake',
      brand: 'honoto',
      category: 'drinks',
      maker: '穂の戸 蔵',
      tax: 'alcohol',
      picture: { motif: 'sake' },
      name: { ja: '純米酒 縁側', kana: 'ジュンマイシュエンガワ', en: 'Junmai Sake "Engawa"' },
      text: {
        ja: '米の味がしっかりする、燗のうまい純米酒。20歳未満の方には販売できません。',
        en: 'Full of rice, best warm. Not sold to anyone under 20.',
      },
      tags: ['国産', 'ギフト'],
      attributes: { content: '720ml', alcohol: '15度', age_check: '20' },
    },
    only(127, 1980),
  ),
  product(
    {
      code: 'umeshu',
      brand: 'honoto',
      category: 'drinks',
      maker: '穂の戸 蔵',
      tax: 'alcohol',
      picture: { motif: 'sake', palette: 'yamabuki' },
      name: { ja: '梅酒 三年', kana: 'ウメシュサンネン', en: 'Plum Liqueur, Three Years' },
      text: {
        ja: '南高梅を純米酒で漬け、三年ねかせました。氷をひとつ落として。20歳未満の方には販売できません。',
        en: 'Nanko plums steeped three years in sake. Over one cube of ice. Not sold to anyone under 20.',
      },
      tags: ['国産'],
      attributes: { content: '500ml', alcohol: '12度', age_check: '20' },
    },
    only(128, 2420),
  ),
  product(
    {
      code: 'latte',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      stocked: false,
      picture: { motif: 'latte' },
      name: { ja: 'カフェラテ', kana: 'カフェラテ', en: 'Caffè Latte' },
      text: {
        ja: '縁側ブレンドのエスプレッソに、きめ細かく泡立てたミルク。豆乳・オーツミルクにも替えられます。',
        en: 'Espresso of our own blend with fine-foamed milk. Soy or oat on request.',
      },
      tags: ['カフェ', '事前注文'],
      attributes: { order_ahead: '可' },
    },
    cup(101, 500),
  ),
  product(
    {
      code: 'sakura-latte',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      stocked: false,
      picture: { motif: 'sakuraLatte' },
      name: { ja: 'さくらラテ', kana: 'サクララテ', en: 'Sakura Latte' },
      text: {
        ja: '塩漬けの桜をほんの少し。春のあいだだけの、冷たいラテです。',
        en: 'A touch of salted cherry blossom. Iced, in spring only.',
      },
      tags: ['カフェ', '季節限定', '事前注文'],
      attributes: { order_ahead: '可' },
    },
    cup(102, 550),
  ),
  product(
    {
      code: 'matcha-bowl',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      stocked: false,
      picture: { motif: 'teaCup' },
      name: { ja: 'お抹茶', kana: 'オマッチャ', en: 'Matcha' },
      text: {
        ja: '宇治の抹茶を一服ずつ点てます。小さな干菓子がつきます。',
        en: 'Uji matcha whisked to order, with a small dry sweet.',
      },
      tags: ['カフェ', '京都'],
      attributes: { order_ahead: '可' },
    },
    cup(103, 600),
  ),
  product(
    {
      code: 'drip-coffee',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      stocked: false,
      picture: { motif: 'mug' },
      name: { ja: '本日のコーヒー', kana: 'ホンジツノコーヒー', en: "Today's Coffee" },
      text: {
        ja: 'その日の天気と気分で豆を選び、一杯ずつ淹れます。',
        en: 'Beans chosen by the weather of the day, brewed cup by cup.',
      },
      tags: ['カフェ', '事前注文'],
      attributes: { order_ahead: '可' },
    },
    cup(104, 400),
  ),
  product(
    {
      code: 'whole-wheat-cookie',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      picture: { motif: 'cookie' },
      name: { ja: '全粒粉クッキー', kana: 'ゼンリュウフンクッキー', en: 'Whole-Wheat Cookie' },
      text: {
        ja: '手のひらほどの大きな一枚。チョコレートをざくざく刻んで入れました。',
        en: 'As large as a palm, with roughly chopped chocolate.',
      },
      tags: ['カフェ', '事前注文'],
      attributes: { allergens: '小麦・卵・乳' },
    },
    counterFood(105, 320),
  ),
  product(
    {
      code: 'onigiri',
      brand: 'honoto',
      category: 'cafe',
      maker: '縁側カフェ',
      tax: 'food',
      picture: { motif: 'onigiri' },
      name: { ja: '塩むすび 梅', kana: 'シオムスビウメ', en: 'Rice Ball with Ume' },
      text: {
        ja: '朝の米を羽釜で炊き、ふんわり結びました。その日のうちにどうぞ。',
        en: 'Our morning rice, softly pressed. Eat the same day.',
      },
      tags: ['カフェ'],
      attributes: { storage: '当日中' },
    },
    counterFood(106, 216),
  ),
  product(
    {
      code: 'gion-lunch',
      brand: 'honoto',
      category: 'cafe',
      maker: '穂の戸 祇園',
      tax: 'eat_in',
      stocked: false,
      picture: { motif: 'lunch' },
      name: { ja: '祇園の昼ごはん', kana: 'ギオンノヒルゴハン', en: 'Gion Lunch' },
      text: {
        ja: '三種の米を食べ比べるお膳。季節の魚と、だしのきいた椀がつきます。店内でお召し上がりください。',
        en: 'Three rices side by side, fish of the season, a bowl of clear soup. Served at the table.',
      },
      tags: ['京都', '食事'],
      attributes: { place: '祇園店' },
    },
    counterFood(107, 4400),
  ),
]

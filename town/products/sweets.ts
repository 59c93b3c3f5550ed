import { inStore } from '../codes.ts'
import { only, type Product, product, type Variant } from '../product.ts'

const maker = '穂の戸 菓子室'
const packed = (item: number, yen: number): Variant => ({ gtin: inStore(item), yen, tax_included: true, options: {} })

/** Sweets for oneself and for others. */
export const sweets: Product[] = [
  product(
    {
      code: 'tea-biscuit',
      brand: 'honoto',
      category: 'gifts',
      maker,
      tax: 'food',
      picture: { motif: 'biscuitTin' },
      name: { ja: '茶の葉ビスケット', kana: 'チャノハビスケット', en: 'Tea Leaf Biscuits' },
      text: {
        ja: '宇治の茶葉を生地に混ぜ、ほろりと焼いたビスケット。食べ終えた缶は茶筒にもなります。',
        en: 'Crumbly biscuits with Uji tea leaves. The tin keeps tea afterwards.',
      },
      tags: ['ギフト', '京都'],
      attributes: { content: '24本', allergens: '小麦・乳' },
    },
    only(6, 3240),
  ),
  product(
    {
      code: 'assorted-cookies',
      brand: 'honoto',
      category: 'gifts',
      maker,
      tax: 'food',
      picture: { motif: 'cookies' },
      name: { ja: 'おやつクッキー詰め合わせ', kana: 'オヤツクッキーツメアワセ', en: 'Assorted Cookies' },
      text: {
        ja: 'バター、抹茶、和三盆、きなこ、ほうじ茶。五つの味を木箱風の紙箱に詰めました。',
        en: 'Butter, matcha, wasanbon, kinako and hojicha in one box.',
      },
      tags: ['ギフト'],
      attributes: { content: '20枚', allergens: '小麦・卵・乳' },
    },
    packed(201, 2160),
  ),
  product(
    {
      code: 'cookie-tin',
      brand: 'honoto',
      category: 'gifts',
      maker,
      tax: 'food',
      picture: { motif: 'cookieTin' },
      name: { ja: '小豆缶 七つの焼き菓子', kana: 'アズキカンナナツノヤキガシ', en: 'Azuki Tin of Seven Bakes' },
      text: {
        ja: '仕切りのひとつひとつに違う焼き菓子。ふたを開けたときの声まで贈れます。',
        en: 'A different bake in each compartment; half the gift is opening the lid.',
      },
      tags: ['ギフト', '人気'],
      attributes: { content: '280g', allergens: '小麦・卵・乳・アーモンド' },
    },
    only(130, 3780),
  ),
  product(
    {
      code: 'sakura-mochi',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'sakuraMochi' },
      name: { ja: '桜餅 2個', kana: 'サクラモチニコ', en: 'Sakura Mochi, 2 pieces' },
      text: {
        ja: '道明寺粉のもっちりした生地で、こしあんを包みました。葉ごと召し上がれます。',
        en: 'Soft domyoji rice around smooth azuki. The leaf is edible.',
      },
      tags: ['季節限定', '和菓子'],
      attributes: { storage: '当日中' },
    },
    packed(202, 432),
  ),
  product(
    {
      code: 'strawberry-daifuku',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'daifuku' },
      name: { ja: 'いちご大福', kana: 'イチゴダイフク', en: 'Strawberry Daifuku' },
      text: {
        ja: '朝摘みのいちごを、甘さひかえめのあんと羽二重餅で。',
        en: 'Morning-picked strawberry, light azuki, silken mochi.',
      },
      tags: ['季節限定', '和菓子'],
      attributes: { storage: '当日中' },
    },
    packed(203, 378),
  ),
  product(
    {
      code: 'dorayaki',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'dorayaki' },
      name: { ja: '銅板どら焼き', kana: 'ドウバンドラヤキ', en: 'Copper-Plate Dorayaki' },
      text: {
        ja: '蜂蜜を加えた皮を一枚ずつ手焼き。粒あんは北海道の小豆です。',
        en: 'Honeyed pancakes baked one by one; chunky Hokkaido azuki.',
      },
      tags: ['和菓子', '人気'],
      attributes: { allergens: '小麦・卵' },
    },
    only(131, 280),
  ),
  product(
    {
      code: 'castella',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'castella' },
      name: { ja: 'ざらめカステラ', kana: 'ザラメカステラ', en: 'Castella with Coarse Sugar' },
      text: {
        ja: '底に残したざらめがしゃりっと鳴ります。焼いた翌日がいちばんしっとり。',
        en: 'Coarse sugar crunches at the base. Moistest the day after baking.',
      },
      tags: ['ギフト'],
      attributes: { content: '8切れ', allergens: '小麦・卵' },
    },
    only(132, 1620),
  ),
  product(
    {
      code: 'rice-snack',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'snack' },
      name: {
        ja: 'ひとくち醤油せんべい 大袋',
        kana: 'ヒトクチショウユセンベイオオブクロ',
        en: 'Bite-Size Soy Rice Crackers',
      },
      text: {
        ja: '木桶醤油を二度づけした、ひとくちの堅焼き。袋のQRからポイントが貯まります。',
        en: 'Twice-brushed with barrel soy sauce. Scan the bag for points.',
      },
      tags: ['おやつ', 'QR'],
      attributes: { content: '360g', allergens: '大豆・小麦' },
    },
    only(14, 1296),
  ),
  product(
    {
      code: 'nori-senbei',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'riceCracker' },
      name: { ja: '海苔巻きせんべい', kana: 'ノリマキセンベイ', en: 'Nori-Wrapped Crackers' },
      text: {
        ja: '有明の焼のりを一枚ずつ巻きました。お茶がすすみます。',
        en: 'Each wrapped by hand in Ariake nori. Goes with tea.',
      },
      tags: ['おやつ'],
      attributes: { content: '8枚', allergens: '大豆・小麦' },
    },
    only(133, 540),
  ),
  product(
    {
      code: 'tea-sable',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'cookie', palette: 'matcha' },
      name: { ja: '京茶のサブレ', kana: 'キョウチャノサブレ', en: 'Kyoto Tea Sablés' },
      text: {
        ja: '抹茶と煎茶、ふたつの緑。旅のおみやげに選ばれています。',
        en: 'Two greens, matcha and sencha. A favourite to take home.',
      },
      tags: ['京都', 'ギフト', 'おみやげ'],
      attributes: { content: '10枚', allergens: '小麦・卵・乳' },
    },
    only(134, 1080),
  ),
  product(
    {
      code: 'pudding',
      brand: 'honoto',
      category: 'sweets',
      maker,
      tax: 'food',
      picture: { motif: 'pudding' },
      name: { ja: '縁側プリン', kana: 'エンガワプリン', en: 'Engawa Pudding' },
      text: {
        ja: '卵の味がする固めのプリン。ほろにがいカラメルを底にたっぷり。',
        en: 'A firm, eggy pudding over plenty of bitter caramel.',
      },
      tags: ['人気'],
      attributes: { storage: '冷蔵', allergens: '卵・乳' },
    },
    only(135, 378),
  ),
  product(
    {
      code: 'engawa-gift',
      brand: 'honoto',
      category: 'gifts',
      maker,
      tax: 'food',
      picture: { motif: 'gift' },
      name: { ja: '縁側の贈りもの', kana: 'エンガワノオクリモノ', en: 'A Gift from the Veranda' },
      text: {
        ja: '米・お茶・焼き菓子から、受け取る方が選べるeギフト。住所を知らなくても贈れます。',
        en: 'An e-gift: the recipient chooses rice, tea or sweets. No address needed.',
      },
      tags: ['ギフト', 'eギフト'],
      attributes: { egift: '選べる3種' },
    },
    packed(204, 5400),
  ),
  product(
    {
      code: 'gift-card',
      brand: 'honoto',
      category: 'gifts',
      maker: '縁の木',
      tax: 'untaxed',
      picture: { motif: 'giftCard' },
      name: { ja: 'ギフトカード 3,000円', kana: 'ギフトカードサンゼンエン', en: 'Gift Card ¥3,000' },
      text: {
        ja: '全店とオンラインで、残高がなくなるまで何度でも使えます。',
        en: 'Good in every shop and online until the balance is spent.',
      },
      tags: ['ギフト'],
      attributes: { value_yen: '3000' },
    },
    packed(205, 3000),
  ),
]

import type { Product } from '../../product.ts'
import { series } from '../../series.ts'

const eat = { brand: 'honoto', tax: 'food' } as const

/** What is drunk and what goes with it, several sorts of each. */
export const table: Product[] = [
  ...series(
    { ...eat, category: 'drinks', maker: '穂の戸 茶舗', motif: 'teaTin', from: 1101, attributes: { content: '80g' } },
    `
tea-gyokuro      | 宇治の玉露           | ウジノギョクロ       | Uji Gyokuro               | koke     | 3240 | ぬるめの湯で、とろりとした旨みを。 | Cool water brings out its depth.
tea-genmai       | 玄米茶               | ゲンマイチャ         | Genmaicha                 | hinoki   | 864  | 炒り米のこうばしさ。食後の一杯に。 | Roasted rice, after a meal.
tea-wakocha      | 和紅茶               | ワコウチャ           | Japanese Black Tea        | azuki    | 1296 | 渋みがやさしく、ミルクなしでまろやか。 | Mellow even without milk. | 人気
tea-kukicha      | 雁が音 茎茶          | カリガネクキチャ     | Kukicha                   | matcha   | 972  | 茎ならではの青い香り、すっきりした後味。 | The green scent of stems.
tea-bancha       | 京番茶               | キョウバンチャ       | Smoky Kyoto Bancha        | kogecha  | 756  | 焚き火のような香り。お子さまにも。 | The scent of a wood fire, low in caffeine.
tea-barley       | 麦茶 二十包          | ムギチャニジッポウ   | Barley Tea, 20 bags       | yamabuki | 540  | 水出しでも濃く出る、深煎りの大麦。 | Strong even in cold water.
tea-soba         | 韃靼そば茶           | ダッタンソバチャ     | Tartary Buckwheat Tea     | kraft    | 918  | 黄金色で香ばしく、カフェインを含みません。 | Golden, nutty, no caffeine. | オーガニック`,
  ),
  ...series(
    {
      ...eat,
      category: 'drinks',
      maker: '穂の戸 珈琲焙煎所',
      motif: 'coffeeBeans',
      from: 1111,
      attributes: { content: '200g' },
    },
    `
coffee-engawa    | 縁側ブレンド 豆      | エンガワブレンドマメ | Engawa Blend, beans       | hinoki   | 1404 | 毎日飲める中煎り。店で淹れている味です。 | The medium roast our cafés pour. | 人気
coffee-deep      | 深煎り 炭 豆         | フカイリスミマメ     | Deep Roast Sumi, beans    | sumi     | 1512 | 牛乳に負けない苦み。オレに向きます。 | Bitter enough for milk.
coffee-decaf     | 眠る前の珈琲 デカフェ | ネムルマエノコーヒー | Bedtime Decaf             | fuji     | 1620 | カフェインを水だけで抜きました。 | Decaffeinated with water alone.
coffee-drip      | ドリップバッグ 八袋  | ドリップバッグハチブクロ | Drip Bags, 8          | kinari   | 1296 | 湯を注ぐだけ。旅先にもお裾分けにも。 | Just pour; good for travel and gifts.`,
  ),
  ...series(
    {
      ...eat,
      category: 'drinks',
      maker: '穂の戸 果実室',
      motif: 'juice',
      from: 1121,
      attributes: { content: '720ml' },
    },
    `
juice-apple      | りんごジュース       | リンゴジュース       | Apple Juice               | shu      | 1080 | 津軽の三種をあわせた、濁りのあるしぼりたて。 | Three Tsugaru apples, cloudy.
juice-grape      | 山ぶどうジュース     | ヤマブドウジュース   | Wild Grape Juice          | fuji     | 1944 | 酸味のきいた濃い紫。炭酸で割っても。 | Deep, sharp, good with soda.
juice-tomato     | とまとジュース       | トマトジュース       | Tomato Juice              | azuki    | 864  | 塩を加えず、完熟だけをしぼりました。 | Ripe tomatoes, no salt. | オーガニック
juice-ume        | 梅シロップ           | ウメシロップ         | Ume Syrup                 | matcha   | 1404 | 水や炭酸で五倍に。夏のあいさつにも。 | Five to one with water or soda.
amazake          | 米麹の甘酒           | コメコウジノアマザケ | Rice Koji Amazake         | yuki     | 756  | 砂糖を使わない自然の甘み。冷やしても温めても。 | Sweet by koji alone, warm or cold. | オーガニック`,
  ),
  ...series(
    {
      brand: 'honoto',
      tax: 'alcohol',
      category: 'drinks',
      maker: '穂の戸 酒蔵',
      motif: 'sake',
      from: 1131,
      attributes: { content: '720ml' },
    },
    `
sake-ginjo       | 吟醸 朝霧            | ギンジョウアサギリ   | Ginjo Asagiri             | mizu     | 2640 | りんごのような香り。冷やして白身の魚と。 | Apple-scented, cold with white fish.
sake-nigori      | にごり 初雪          | ニゴリハツユキ       | Nigori Hatsuyuki          | yuki     | 2200 | 冬だけの白いにごり酒。とろりと甘口です。 | A cloudy winter sake, sweet.
sake-yuzu        | 柚子酒               | ユズシュ             | Yuzu Liqueur              | yamabuki | 1870 | 果汁たっぷり、ソーダ割りがおすすめ。 | Full of juice, good with soda.`,
  ),
  ...series(
    {
      ...eat,
      category: 'sweets',
      maker: '穂の戸 菓子室',
      motif: 'cookie',
      from: 1141,
      attributes: { allergens: '小麦・乳' },
    },
    `
sable-hojicha    | ほうじ茶サブレ 六枚  | ホウジチャサブレ     | Hojicha Sablés, 6         | kogecha  | 1080 | さくりと割れて、茶の香りが追いかけます。 | They snap, then the tea follows.
sable-yuzu       | 柚子サブレ 六枚      | ユズサブレ           | Yuzu Sablés, 6            | yamabuki | 1080 | 刻んだ皮を練りこんだ、さわやかな甘さ。 | With chopped peel.
sable-kuromame   | 黒豆クッキー 八枚    | クロマメクッキー     | Black Bean Cookies, 8     | sumi     | 864  | 丹波の黒豆をごろりと。お茶うけに。 | Tamba black beans, for tea.
sable-okara      | おからクッキー 十枚  | オカラクッキー       | Okara Cookies, 10         | kinari   | 756  | 豆腐屋のおからで軽やかに。小麦ひかえめです。 | Light, made of tofu lees. | オーガニック`,
  ),
  ...series(
    { ...eat, category: 'sweets', maker: '穂の戸 菓子室', motif: 'riceCracker', from: 1151 },
    `
senbei-zarame    | ざらめ煎餅 八枚      | ザラメセンベイ       | Sugar Rice Crackers, 8    | yamabuki | 594  | 甘じょっぱい、懐かしいざらめ。 | Sweet and salty, as before.
senbei-goma      | 胡麻煎餅 八枚        | ゴマセンベイ         | Sesame Rice Crackers, 8   | sumi     | 594  | 黒胡麻を手でのせて焼きました。 | Black sesame laid on by hand.
senbei-ebi       | 海老煎餅 十枚        | エビセンベイ         | Prawn Crackers, 10        | sakura   | 702  | 駿河の桜えびを散らした薄焼き。 | Thin, with Suruga prawns. | 人気
okaki-cheese     | チーズおかき         | チーズオカキ         | Cheese Okaki              | kinari   | 648  | ワインにも合う、揚げない軽さ。 | Light, not fried; goes with wine.`,
  ),
  ...series(
    {
      ...eat,
      category: 'sweets',
      maker: '穂の戸 和菓子室',
      motif: 'daifuku',
      from: 1161,
      attributes: { storage: '当日中' },
    },
    `
daifuku-mame     | 豆大福               | マメダイフク         | Bean Daifuku              | nezu     | 302  | 赤えんどうの塩気が、餡を引き立てます。 | Salted beans lift the sweet paste. | 人気
daifuku-yomogi   | よもぎ大福           | ヨモギダイフク       | Mugwort Daifuku           | matcha   | 302  | 春につんだよもぎの、青い香り。 | The green scent of spring.
daifuku-shio     | 塩大福               | シオダイフク         | Salt Daifuku              | mizu     | 280  | 甘さをおさえた、きりっとした後味。 | Less sweet, clean to the end.`,
  ),
  ...series(
    {
      ...eat,
      category: 'sweets',
      maker: '穂の戸 菓子室',
      motif: 'pudding',
      from: 1171,
      attributes: { allergens: '卵・乳' },
    },
    `
pudding-matcha   | 抹茶プリン           | マッチャプリン       | Matcha Pudding            | matcha   | 410  | 宇治の抹茶をたっぷり。ほろ苦い大人の味です。 | Uji matcha, pleasantly bitter.
pudding-hojicha  | ほうじ茶プリン       | ホウジチャプリン     | Hojicha Pudding           | kogecha  | 410  | 黒蜜をかけて。香ばしさが広がります。 | With brown syrup.
pudding-tofu     | 豆乳プリン           | トウニュウプリン     | Soy Milk Pudding          | yuki     | 378  | 卵も牛乳も使わない、さっぱりした一品。 | No egg, no dairy. | オーガニック`,
  ),
  ...series(
    { ...eat, category: 'gifts', maker: '穂の戸 贈りもの', motif: 'cookieTin', from: 1181, tags: ['ギフト'] },
    `
tin-spring       | 春の缶 桜の焼き菓子  | ハルノカン           | Spring Tin                | sakura   | 3240 | 桜の塩漬けをのせた三種。季節の便りに。 | Three bakes with salted cherry blossom.
tin-tea          | 茶の缶 三つの味      | チャノカン           | Tea Tin of Three          | matcha   | 3456 | 抹茶、ほうじ茶、和紅茶を焼きこみました。 | Matcha, hojicha and black tea.
tin-nuts         | 木の実の缶           | コノミノカン         | Nut Tin                   | hinoki   | 2916 | 胡桃、栗、かぼちゃの種。甘さひかえめ。 | Walnut, chestnut and pumpkin seed.`,
  ),
  ...series(
    { ...eat, category: 'gifts', maker: '穂の戸 贈りもの', motif: 'gift', from: 1191, tags: ['ギフト'] },
    `
gift-dashi       | だしと醤油の詰め合わせ | ダシトショウユノツメアワセ | Dashi & Soy Gift     | koke     | 4320 | 内祝いに選ばれる、台所の三点。 | Three for a kitchen, often chosen in return. | 人気
gift-coffee      | 珈琲と焼き菓子の箱   | コーヒートヤキガシノハコ | Coffee & Bakes Box    | kogecha  | 3780 | 一服の時間ごと贈る詰め合わせ。 | A quiet quarter of an hour, boxed.
gift-jam         | 果実の三瓶           | カジツノサンビン     | Three Jars of Fruit       | shu      | 3024 | 季節の果実をそのまま。手土産に。 | The fruit of the season.
gift-noodles     | 手延べ麺の木箱       | テノベメンノキバコ   | Hand-pulled Noodle Box    | kinari   | 3564 | 桐の箱に三種の麺。お中元、お歳暮に。 | Three noodles in paulownia wood.`,
  ),
  ...series(
    { ...eat, category: 'cafe', maker: '縁側カフェ', motif: 'latte', from: 111, made: true },
    `
hojicha-latte    | ほうじ茶ラテ         | ホウジチャラテ       | Hojicha Latte             | hinoki   | 520  | 深煎りの茶葉を牛乳で煮出しました。 | Deep-roasted tea drawn in milk. | 人気
soy-latte        | 豆乳ラテ             | トウニュウラテ       | Soy Latte                 | matcha   | 530  | 大豆の甘みと、縁側ブレンドの苦み。 | Sweet soy, bitter beans.
honey-latte      | はちみつラテ         | ハチミツラテ         | Honey Latte               | yamabuki | 560  | アカシアのはちみつをひとさじ。 | With a spoon of acacia honey.`,
  ),
  ...series(
    { ...eat, category: 'cafe', maker: '縁側カフェ', motif: 'teaCup', from: 115, made: true },
    `
cafe-sencha      | 煎茶 水出し          | センチャミズダシ     | Cold-brew Sencha          | asagi    | 450  | 一晩かけた、甘い一杯。 | A sweet cup that took a night.
cafe-amazake     | 温かい甘酒           | アタタカイアマザケ   | Warm Amazake              | yuki     | 480  | 生姜を添えて。 | With ginger.
cafe-yuzu        | 柚子茶               | ユズチャ             | Yuzu Tea                  | yamabuki | 480  | マーマレードを湯に溶いて。 | Marmalade in hot water.`,
  ),
  ...series(
    { ...eat, category: 'cafe', maker: '縁側カフェ', motif: 'onigiri', from: 121, made: true },
    `
onigiri-sake     | 鮭のおにぎり         | サケノオニギリ       | Salmon Onigiri            | sakura   | 230  | 塩をきかせた北海道の鮭。 | Salted salmon from Hokkaido. | 人気
onigiri-kombu    | 昆布のおにぎり       | コンブノオニギリ     | Kombu Onigiri             | koke     | 210  | だしをとった昆布を炊きました。 | Kombu from our dashi, simmered.`,
  ),
]

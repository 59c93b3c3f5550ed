import type { Product } from '../../product.ts'
import { series } from '../../series.ts'

const eat = { brand: 'honoto', tax: 'food' } as const

/** Grain, noodles, seasonings and jars, several sorts of each. */
export const cupboard: Product[] = [
  ...series(
    { ...eat, category: 'staples', maker: '穂の戸 米蔵', motif: 'rice', from: 1001, attributes: { content: '2kg' } },
    `
rice-tsuyahime   | 山形のつや姫 2kg     | ヤマガタノツヤヒメ   | Tsuyahime Rice, Yamagata  | yuki     | 1980 | ひと粒ずつ立つ、つやのある白さ。冷めてもおいしい米です。 | Glossy, separate grains, good cold too.
rice-yumepirika  | 北海道のゆめぴりか 2kg | ホッカイドウノユメピリカ | Yumepirika Rice, Hokkaido | mizu   | 1880 | もっちりと甘く、炊きたてがいちばんのごちそうに。 | Soft and sweet, at its best just cooked.
rice-milky       | 低温で眠らせた新米 2kg | テイオンデネムラセタシンマイ | Cool-kept New Rice    | asagi    | 2080 | 蔵で温度を守り、新米の香りを長く届けます。 | Kept cool so that the scent of the harvest stays. | 人気
rice-mochi       | もち米 1.4kg         | モチゴメ             | Sticky Rice               | sakura   | 1180 | おこわにも赤飯にも。水加減の目安を袋に書きました。 | For okowa and red-bean rice; water is marked on the bag.
rice-zakkoku     | 十六の雑穀 300g      | ジュウロクノザッコク | Sixteen Grains            | azuki    | 864  | ひとさじ混ぜて炊くだけ。ぷちぷちとした噛みごたえです。 | A spoonful in the rice for a gentle bite. | オーガニック`,
  ),
  ...series(
    {
      ...eat,
      category: 'staples',
      maker: '穂の戸 製麺所',
      motif: 'noodles',
      from: 1011,
      attributes: { allergens: '小麦' },
    },
    `
udon-hand        | 手延べうどん 500g    | テノベウドン         | Hand-pulled Udon          | kinari   | 540  | 塩と水だけで延ばした、のどごしのよいうどん。 | Pulled with salt and water alone.
hiyamugi         | ひやむぎ 400g        | ヒヤムギ             | Hiyamugi Noodles          | asagi    | 432  | 氷水でしめて、夏の昼に。色麺が数本まじります。 | For summer noons, with a few coloured strands.
ramen-shio       | 塩そば 二食          | シオソバニショク     | Salt Ramen for Two        | yamabuki | 594  | 鶏と昆布の澄んだつゆを添えました。 | With a clear broth of chicken and kombu. | 人気
pasta-rice       | 米粉のパスタ 200g    | コメコノパスタ       | Rice Flour Pasta          | yuki     | 486  | 小麦を使わない、つるりとした細麺です。 | Smooth, thin and free of wheat.
kishimen         | きしめん 三食        | キシメンサンショク   | Flat Kishimen             | nezu     | 648  | 幅広の麺に、だしがよくからみます。 | Broad noodles that carry the broth.`,
  ),
  ...series(
    {
      ...eat,
      category: 'staples',
      maker: '穂の戸 粉挽き所',
      motif: 'granola',
      from: 1021,
      attributes: { content: '240g' },
    },
    `
granola-berry    | 木の実と苺のグラノーラ | コノミトイチゴノグラノーラ | Berry & Nut Granola   | sakura   | 1026 | 苺の酸味と胡桃の香ばしさ。朝の器が明るくなります。 | Strawberries and walnuts for a bright bowl. | 人気
granola-hojicha  | ほうじ茶グラノーラ   | ホウジチャグラノーラ | Hojicha Granola           | kogecha  | 980  | 茶の香りを閉じこめて焼きました。牛乳にも豆乳にも。 | Baked with roasted tea, for milk of any kind.
granola-plain    | 素焼きグラノーラ     | スヤキグラノーラ     | Plain Granola             | kraft    | 864  | 砂糖を加えず、米飴だけで軽く焼きあげました。 | No sugar, only a little rice syrup. | オーガニック
muesli           | 七穀ミューズリー     | ナナコクミューズリー | Seven Grain Muesli        | matcha   | 918  | 一晩ひたすだけで、やわらかな朝ごはんに。 | Soak overnight for a soft breakfast. | オーガニック`,
  ),
  ...series(
    { ...eat, category: 'seasoning', maker: '穂の戸 だし工房', motif: 'dashi', from: 1031 },
    `
dashi-kombu      | 昆布だし 八包        | コンブダシハチホウ   | Kombu Dashi, 8 bags       | koke     | 972  | 利尻の昆布だけ。素材の味を静かに支えます。 | Rishiri kombu alone, a quiet base.
dashi-iriko      | いりこだし 十二包    | イリコダシジュウニホウ | Iriko Dashi, 12 bags    | nezu     | 864  | 瀬戸内のいりこを丸ごと。味噌汁が決まります。 | Whole anchovies from the Inland Sea.
dashi-yasai      | 野菜だし 十包        | ヤサイダシジッポウ   | Vegetable Dashi, 10 bags  | matcha   | 1188 | 玉ねぎと人参、しいたけの甘み。離乳食にも使えます。 | Onion, carrot and shiitake, gentle enough for babies. | オーガニック
dashi-ago        | 焼きあごだし 八包    | ヤキアゴダシハチホウ | Flying Fish Dashi, 8 bags | kogecha  | 1296 | 焼いた飛魚のこうばしさ。雑煮の季節に。 | Grilled flying fish, for the New Year soup. | 人気`,
  ),
  ...series(
    {
      ...eat,
      category: 'seasoning',
      maker: '穂の戸 醸造',
      motif: 'soySauce',
      from: 1041,
      attributes: { allergens: '大豆・小麦' },
    },
    `
soy-usukuchi     | うすくち醤油 500ml   | ウスクチショウユ     | Light Soy Sauce           | yamabuki | 810  | 色は淡く、塩味はきりりと。煮物を美しく仕上げます。 | Pale and crisp, for simmered dishes.
ponzu            | 柚子ぽん酢 360ml     | ユズポンズ           | Yuzu Ponzu                | matcha   | 918  | 高知の柚子をしぼりました。鍋にも焼魚にも。 | Pressed yuzu from Kochi, for pots and fish. | 人気
mentsuyu         | めんつゆ 三倍 500ml  | メンツユサンバイ     | Noodle Broth              | azuki    | 864  | 鰹の香りを重ねた濃縮つゆ。丼にも重宝します。 | Bonito upon bonito; dilute by three.
rice-vinegar     | 静置発酵の米酢 500ml | セイチハッコウノコメズ | Slow Rice Vinegar       | kinari   | 756  | 甕で百日。角のとれたまろやかな酸味です。 | A hundred days in the jar. | オーガニック
mirin            | 三年熟成みりん 500ml | サンネンジュクセイミリン | Three-year Mirin      | hinoki   | 1404 | そのまま味わえる甘露。照りが違います。 | Sweet enough to sip, with a deep glaze.`,
  ),
  ...series(
    {
      ...eat,
      category: 'seasoning',
      maker: '穂の戸 醸造',
      motif: 'miso',
      from: 1051,
      attributes: { allergens: '大豆' },
    },
    `
miso-white       | 京の白みそ 300g      | キョウノシロミソ     | White Kyoto Miso          | kinari   | 864  | 米麹たっぷり、やさしい甘み。雑煮や和え物に。 | Sweet with koji, for New Year soup.
miso-red         | 豆の赤みそ 400g      | マメノアカミソ       | Red Bean Miso             | azuki    | 810  | 二夏二冬ねかせた、こくのある赤みそ。 | Two summers and two winters in the cask.
miso-mugi        | 麦みそ 400g          | ムギミソ             | Barley Miso               | yamabuki | 756  | 麦の香りと軽い甘み。九州の朝の味です。 | The light barley miso of Kyushu mornings.`,
  ),
  ...series(
    { ...eat, category: 'pantry', maker: '穂の戸 果実室', motif: 'jam', from: 1061, attributes: { content: '140g' } },
    `
jam-strawberry   | いちごジャム         | イチゴジャム         | Strawberry Jam            | shu      | 810  | 粒を残して短く煮た、香りのジャム。 | Cooked briefly, the berries whole. | 人気
jam-yuzu         | 柚子マーマレード     | ユズマーマレード     | Yuzu Marmalade            | yamabuki | 864  | ほろ苦い皮をたっぷり。湯に溶いて柚子茶にも。 | Thick with peel; stir into hot water for tea.
jam-apricot      | 杏ジャム             | アンズジャム         | Apricot Jam               | hinoki   | 810  | 信州の杏の、きゅんとした甘酸っぱさ。 | Sharp and sweet apricots from Shinshu.
jam-blueberry    | ブルーベリージャム   | ブルーベリージャム   | Blueberry Jam             | fuji     | 864  | 小粒の野生種。ヨーグルトによく合います。 | Small wild berries for yoghurt. | オーガニック
milk-jam         | ミルクジャム         | ミルクジャム         | Milk Jam                  | yuki     | 756  | 牛乳をことこと煮詰めた、なめらかな一瓶。 | Milk, simmered until it spreads.`,
  ),
  ...series(
    { ...eat, category: 'pantry', maker: '穂の戸 漬物処', motif: 'pickles', from: 1071 },
    `
pickle-takuan    | 米ぬかたくあん       | コメヌカタクアン     | Rice Bran Takuan          | yamabuki | 594  | 天日に干した大根を、ぬかでゆっくり。 | Sun-dried radish, slow in the bran.
pickle-senmai    | 千枚漬               | センマイヅケ         | Thousand-leaf Turnip      | yuki     | 756  | 冬の聖護院かぶらを薄くひいて。 | Winter turnips, shaved thin.
pickle-umeboshi  | はちみつ梅干し       | ハチミツウメボシ     | Honey Umeboshi            | azuki    | 1296 | 紀州の南高梅を、塩分ひかえめに。 | Kishu plums, gently salted. | 人気
pickle-kyuri     | きゅうりの古漬け     | キュウリノフルヅケ   | Aged Cucumber Pickle      | koke     | 540  | 刻んで生姜と。ごはんがすすみます。 | Chop with ginger, over rice.`,
  ),
  ...series(
    { ...eat, category: 'pantry', maker: '穂の戸 海苔問屋', motif: 'nori', from: 1081 },
    `
nori-onigiri     | おにぎり海苔 三切十枚 | オニギリノリ        | Nori for Onigiri          | sumi     | 594  | ぱりっと厚手。にぎってすぐでも、時間をおいても。 | Thick and crisp, now or later.
nori-ajitsuke    | 味付海苔 八切四十枚  | アジツケノリ         | Seasoned Nori             | koke     | 648  | 甘みをおさえた、朝食の一枚。 | For breakfast, not too sweet.
tororo           | とろろ昆布 60g       | トロロコンブ         | Tororo Kombu              | matcha   | 540  | 湯を注ぐだけでお吸い物に。ふわりとほどけます。 | Pour hot water for a soup.`,
  ),
  ...series(
    { ...eat, category: 'pantry', maker: '穂の戸 養蜂園', motif: 'honey', from: 1091, attributes: { content: '180g' } },
    `
honey-acacia     | アカシアのはちみつ   | アカシアノハチミツ   | Acacia Honey              | kinari   | 1620 | 澄んだ甘みで、料理の邪魔をしません。 | Clear and never in the way.
honey-mikan      | みかんのはちみつ     | ミカンノハチミツ     | Mikan Blossom Honey       | yamabuki | 1728 | 花の香りがふわり。紅茶にひとさじ。 | Blossoms, a spoon for your tea.
honey-soba       | そばのはちみつ       | ソバノハチミツ       | Buckwheat Honey           | kogecha  | 1836 | 黒蜜のような深いこく。好きな人にはたまりません。 | Dark as molasses, for those who love it.`,
  ),
]

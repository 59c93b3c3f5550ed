import type { Product } from '../../product.ts'
import { series } from '../../series.ts'

const wear = { brand: 'ayatoyuki', tax: 'standard' } as const

/** What is worn and cared for, several sorts of each. */
export const body: Product[] = [
  ...series(
    { ...wear, category: 'tops', maker: '綾と雪 縫製室', motif: 'tee', from: 1401 },
    `
tee-plain        | 無地の半袖           | ムジノハンソデ       | Plain Tee                 | yuki     | 2200 | 首まわりがのびにくい、肉厚の天竺。 | Thick jersey that keeps its neck. | 人気
tee-long         | 長袖カットソー       | ナガソデカットソー   | Long Sleeve Tee           | nezu     | 2990 | 一枚でも重ね着でも、季節を選ばない。 | Alone or under a knit.
tee-indigo       | 藍染めの半袖         | アイゾメノハンソデ   | Indigo-dyed Tee           | ai       | 5500 | 洗うほどに色が育つ、手染めの一枚。 | Hand-dyed, it grows with washing.
tee-organic      | 有機綿の半袖         | ユウキメンノハンソデ | Organic Cotton Tee        | kinari   | 3300 | 染めない綿の色をそのまま。 | Cotton in its own colour. | オーガニック`,
  ),
  ...series(
    { ...wear, category: 'tops', maker: '綾と雪 編み室', motif: 'knit', from: 1411 },
    `
knit-merino      | メリノの薄手ニット   | メリノノウスデニット | Fine Merino Knit          | asagi    | 6600 | ちくちくしない、家で洗える毛。 | Wool you can wash, and no itch. | 人気
knit-turtle      | とっくりニット       | トックリニット       | Turtleneck Knit           | sumi     | 5990 | 首元だけ二重にして、すきま風を防ぐ。 | Double at the neck.
knit-vest        | 編み柄のベスト       | アミガラノベスト     | Patterned Knit Vest       | hinoki   | 4990 | 白いシャツに重ねて。 | Over a white shirt.
knit-cotton      | 綿の透かし編み       | メンノスカシアミ     | Openwork Cotton Knit      | mizu     | 4490 | 冷房の効いた部屋に一枚。 | For cool rooms in summer.`,
  ),
  ...series(
    { ...wear, category: 'tops', maker: '綾と雪 縫製室', motif: 'blouse', from: 1421 },
    `
blouse-gather    | ギャザーブラウス     | ギャザーブラウス     | Gathered Blouse           | sakura   | 5490 | 衿ぐりの細かなギャザーで、顔まわりが明るく。 | Fine gathers that light the face.
blouse-band      | バンドカラーのブラウス | バンドカラーノブラウス | Band Collar Blouse     | yuki     | 4990 | 仕事にも休日にも。しわになりにくい。 | For work and rest, hard to crease.
blouse-print     | 小花のブラウス       | コバナノブラウス     | Small Flower Blouse       | fuji     | 5490 | 京都の図案家が描いた藤の花。 | Wisteria drawn in Kyoto.`,
  ),
  ...series(
    { ...wear, category: 'bottoms', maker: '綾と雪 縫製室', motif: 'trousers', from: 1431 },
    `
trousers-wide    | 麻のワイドパンツ     | アサノワイドパンツ   | Wide Linen Trousers       | kinari   | 6990 | 風が通る、裾幅広のかたち。 | Wide, and the wind goes through.
trousers-denim   | 岡山のデニム         | オカヤマノデニム     | Okayama Denim             | ai       | 8900 | 旧式の織機でゆっくり織りました。 | Woven slowly on old looms. | 人気
trousers-easy    | ゴム腰のパンツ       | ゴムゴシノパンツ     | Easy Trousers             | nezu     | 4990 | きちんと見えて、座っても楽。 | Neat, and easy to sit in.`,
  ),
  ...series(
    { ...wear, category: 'bottoms', maker: '綾と雪 縫製室', motif: 'skirt', from: 1441 },
    `
skirt-linen      | 麻のロングスカート   | アサノロングスカート | Long Linen Skirt          | koke     | 6990 | 裏つきで透けにくく、歩くたびに揺れます。 | Lined, it sways as you walk.
skirt-pleats     | プリーツスカート     | プリーツスカート     | Pleated Skirt             | sumi     | 7490 | たたんでも消えない細かなひだ。 | Pleats that stay.`,
  ),
  ...series(
    { ...wear, category: 'outer', maker: '綾と雪 縫製室', motif: 'dress', from: 1451 },
    `
dress-shirt      | シャツワンピース     | シャツワンピース     | Shirt Dress               | mizu     | 8990 | 前をあければ羽織にもなる二通り。 | Open it and it is a coat.
dress-knit       | ニットワンピース     | ニットワンピース     | Knit Dress                | azuki    | 9900 | 体の線をひろわない、落ち感のある編み。 | It falls and does not cling. | 人気`,
  ),
  ...series(
    { ...wear, category: 'goods', maker: '綾と雪 小物室', motif: 'socks', from: 1461 },
    `
socks-silk       | 絹の重ね履き         | キヌノカサネバキ     | Silk Layer Socks          | kinari   | 1540 | 冷えとりの一枚目に。 | The first layer against cold.
socks-wool       | 毛の靴下             | ケノクツシタ         | Wool Socks                | azuki    | 1760 | 雪国の編み機でざっくり。 | Roughly knit in snow country.
socks-tabi       | 足袋の靴下           | タビノクツシタ       | Tabi Socks                | ai       | 1320 | 指先がわかれて踏んばりがきく。 | Split toes, a firm step. | 人気
socks-sheer      | 透かし編みの靴下     | スカシアミノクツシタ | Sheer Socks               | mizu     | 1430 | 夏の足首を涼しく見せます。 | Cool ankles in summer.`,
  ),
  ...series(
    { ...wear, category: 'goods', maker: '綾と雪 小物室', motif: 'stole', from: 1471 },
    `
stole-linen      | 麻のストール         | アサノストール       | Linen Stole               | mizu     | 4950 | 日よけにも冷房よけにも。 | Against sun and air conditioning.
stole-wool       | 毛の大判             | ケノオオバン         | Large Wool Stole          | kogecha  | 9900 | 膝かけにもなる、ひろびろとした一枚。 | Large enough for the knees.
stole-silk       | 絹の小判             | キヌノコバン         | Small Silk Scarf          | sakura   | 5500 | 首元に少しの色を。 | A little colour at the neck.`,
  ),
  ...series(
    { ...wear, category: 'goods', maker: '綾と雪 小物室', motif: 'hat', from: 1481 },
    `
hat-paper        | 和紙の帽子           | ワシノボウシ         | Paper Hat                 | kinari   | 5940 | 軽く、たたんで鞄へ。 | Light, and it folds.
hat-knit         | ニット帽             | ニットボウ           | Knit Cap                  | sumi     | 3300 | 内側は綿で、おでこにやさしい。 | Cotton inside.
hat-denim        | 日よけ帽             | ヒヨケボウ           | Sun Hat                   | ai       | 4840 | つばに芯が入り、風に負けません。 | A brim that stands the wind.`,
  ),
  ...series(
    { ...wear, category: 'skincare', maker: '綾と雪 化粧品室', motif: 'serum', from: 1491 },
    `
serum-spot       | 米ぬかの美容液       | コメヌカノビヨウエキ | Rice Bran Serum           | kinari   | 7700 | 乾いた頬にひとしずく。朝にも使えます。 | A drop for dry cheeks, mornings too. | 人気
serum-eye        | 目もとの美容液       | メモトノビヨウエキ   | Eye Serum                 | fuji     | 6600 | 薬指でそっと。伸びのよい軽さ。 | Light, with the ring finger.
face-oil         | 椿の美容油           | ツバキノビヨウユ     | Camellia Face Oil         | shu      | 4400 | 五島の椿を低温でしぼりました。 | Cold-pressed camellia from Goto. | オーガニック`,
  ),
  ...series(
    { ...wear, category: 'skincare', maker: '綾と雪 化粧品室', motif: 'toner', from: 1501 },
    `
cleansing        | 落とす油             | オトスアブラ         | Cleansing Oil             | yamabuki | 2970 | 濡れた手でも使える、とろみの少ない油。 | Works with wet hands.
face-wash        | 泡の洗顔             | アワノセンガン       | Foaming Wash              | yuki     | 2200 | きめ細かな泡が、こすらず落とす。 | Fine foam, no rubbing.
toner-moist      | 米の化粧水 しっとり  | コメノケショウスイシットリ | Rice Toner, Rich     | azuki    | 3960 | 冬の肌のための、こくのある一本。 | Richer, for winter. | 人気
toner-yuzu       | 柚子の化粧水         | ユズノケショウスイ   | Yuzu Toner                | matcha   | 3630 | さっぱりと香り、べたつきません。 | Fresh, never sticky.`,
  ),
  ...series(
    { ...wear, category: 'skincare', maker: '綾と雪 化粧品室', motif: 'faceMask', from: 1511 },
    `
mask-night       | 眠る前の面膜 三枚    | ネムルマエノメンマク | Night Mask, 3             | fuji     | 1650 | 十分おいて、そのまま休めます。 | Ten minutes, then to bed.
mask-uv          | 日に当たった夜の面膜 | ヒニアタッタヨルノメンマク | After-sun Mask       | mizu     | 660  | ほてりをしずめる冷たさ。 | Cool after the sun.`,
  ),
  ...series(
    { ...wear, category: 'makeup', maker: '綾と雪 化粧品室', motif: 'lipstick', from: 1521 },
    `
lip-tint         | 紅のにじみ           | ベニノニジミ         | Beni Tint                 | azuki    | 2970 | 唇の色を透かす、薄い紅。 | A thin red that lets yours through. | 人気
lip-balm         | 蜜の唇               | ミツノクチビル       | Honey Lip Balm            | yamabuki | 1320 | 蜜蝋で包む、夜の手入れに。 | Beeswax for the night. | オーガニック
brow-pencil      | 眉墨                 | マユズミ             | Brow Pencil               | kogecha  | 1980 | 一本ずつ描ける細い芯。 | Fine enough for one hair.`,
  ),
  ...series(
    { ...wear, category: 'body', maker: '綾と雪 化粧品室', motif: 'soapBar', from: 1531 },
    `
soap-yuzu        | 柚子の石けん         | ユズノセッケン       | Yuzu Soap                 | yamabuki | 880  | 釜でゆっくり炊いた、泡のこまかな一個。 | Kettle-made, fine foam.
soap-charcoal    | 炭の石けん           | スミノセッケン       | Charcoal Soap             | sumi     | 880  | 皮脂の気になる季節に。 | For warm months.
soap-rice        | 米ぬか石けん         | コメヌカセッケン     | Rice Bran Soap            | kinari   | 770  | 洗いあがりがしっとり。 | Leaves the skin soft. | 人気`,
  ),
  ...series(
    { ...wear, category: 'body', maker: '綾と雪 化粧品室', motif: 'bathSalt', from: 1541 },
    `
bath-yuzu        | 柚子湯の塩           | ユズユノシオ         | Yuzu Bath Salt            | yamabuki | 1980 | 冬至だけでなく、冷えた日に。 | Not only on the solstice.
bath-mugwort     | よもぎ湯の塩         | ヨモギユノシオ       | Mugwort Bath Salt         | matcha   | 1980 | 草の湯のあたたまり。 | The warmth of herbs.
bath-milk        | 白い湯の素           | シロイユノモト       | Milky Bath                | yuki     | 1650 | 米ぬか油でしっとり、赤ちゃんにも。 | Rice bran oil, safe for babies.
bath-trial       | 湯めぐり 六包        | ユメグリロッポウ     | Bath Tour, 6              | asagi    | 1320 | 六つの湯を少しずつ。手土産にも。 | Six baths, also as a gift. | ギフト`,
  ),
  ...series(
    { ...wear, category: 'body', maker: '綾と雪 化粧品室', motif: 'handCream', from: 1551 },
    `
hand-night       | 夜の手                | ヨルノテ             | Night Hand Balm           | sumi     | 2200 | 手袋をして眠る夜のための、濃い一本。 | Rich, for gloves and sleep.
hand-yuzu        | 柚子のハンドクリーム | ユズノハンドクリーム | Yuzu Hand Cream           | yamabuki | 1540 | すぐになじみ、仕事の手を止めません。 | Sinks in, and you go on. | 人気
foot-cream       | かかとのクリーム     | カカトノクリーム     | Heel Cream                | koke     | 1870 | 尿素を使わず、油でやわらかく。 | Softens with oils alone.
body-milk        | 肌の乳液             | ハダノニュウエキ     | Body Milk                 | sakura   | 2640 | 湯上がりの一分で全身に。 | One minute after the bath.`,
  ),
]

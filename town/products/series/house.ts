import type { Product } from '../../product.ts'
import { series } from '../../series.ts'

const live = { brand: 'honoto', tax: 'standard' } as const

/** What a house is kept with, several sorts of each. */
export const house: Product[] = [
  ...series(
    { ...live, category: 'laundry', maker: '穂の戸 洗いもの', motif: 'detergent', from: 1201 },
    `
wash-wool        | おしゃれ着の洗剤     | オシャレギノセンザイ | Gentle Wash for Wool      | fuji     | 1210 | 毛や絹を、手洗いのようにやさしく。 | For wool and silk, as if by hand.
wash-baby        | 肌着の洗剤           | ハダギノセンザイ     | Baby Laundry Wash         | mizu     | 1320 | 香りを足さず、すすぎ一回で。 | No scent, one rinse. | オーガニック
softener         | 木綿の柔軟剤         | モメンノジュウナンザイ | Cotton Softener         | sakura   | 990  | 洗いあがりがふっくら。ほのかな石けんの香り。 | Soft, with a trace of soap.
oxy-bleach       | 酸素の漂白剤         | サンソノヒョウハクザイ | Oxygen Bleach           | yuki     | 770  | 色柄ものにも。茶渋や襟汚れに。 | Safe on colours; for tea and collars.
dish-soap        | 台所の石けん液       | ダイドコロノセッケンエキ | Dish Soap             | yamabuki | 550  | 油をすっと落とし、手にやさしい。 | Cuts grease, kind to hands. | 人気`,
  ),
  ...series(
    { ...live, category: 'laundry', maker: '穂の戸 洗いもの', motif: 'refill', from: 1211 },
    `
refill-wool      | おしゃれ着の洗剤 詰め替え | オシャレギノセンザイツメカエ | Gentle Wash Refill | fuji     | 990  | ごみを七割へらす、薄い袋です。 | A thin pouch, seven tenths less waste.
refill-softener  | 柔軟剤 詰め替え      | ジュウナンザイツメカエ | Softener Refill         | sakura   | 792  | 口を切って注ぐだけ。 | Cut and pour.
refill-dish      | 台所の石けん液 詰め替え | ダイドコロノセッケンエキツメカエ | Dish Soap Refill | yamabuki | 440  | 約三回分。水切りのよい袋です。 | Three bottles in a pouch. | 人気
refill-shampoo   | シャンプー 詰め替え  | シャンプーツメカエ   | Shampoo Refill            | azuki    | 1980 | 最後のひとしずくまで出しきれます。 | Empties to the last drop.`,
  ),
  ...series(
    { ...live, category: 'laundry', maker: '穂の戸 道具', motif: 'scrubBrush', from: 1221 },
    `
brush-vegetable  | 野菜たわし           | ヤサイタワシ         | Vegetable Brush           | hinoki   | 550  | 棕櫚の毛で、皮をむかずに土だけ落とす。 | Palm fibre: off with the soil, not the skin.
brush-bath       | 風呂ブラシ           | フロブラシ           | Bath Brush                | mizu     | 1650 | 柄が長く、かがまず洗えます。 | Long enough not to stoop.
brush-bottle     | 瓶洗い               | ビンアライ           | Bottle Brush              | kinari   | 660  | 細い口の水筒の底まで届きます。 | Reaches the bottom of any flask.
brush-shoe       | 靴ブラシ             | クツブラシ           | Shoe Brush                | kogecha  | 1980 | 馬の毛でほこりを払い、つやを出す。 | Horsehair, for dust and shine.`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 窯', motif: 'riceBowl', from: 1231 },
    `
bowl-kohiki      | 粉引の飯碗           | コヒキノメシワン     | Kohiki Rice Bowl          | yuki     | 2200 | 白い化粧土の、やわらかな景色。 | White slip with a soft face.
bowl-amber       | 飴釉の飯碗           | アメユウノメシワン   | Amber Rice Bowl           | kogecha  | 2200 | 光をためるような飴色。 | Amber that holds the light.
bowl-celadon     | 青磁の飯碗           | セイジノメシワン     | Celadon Rice Bowl         | asagi    | 2640 | 雨上がりの空の色といわれます。 | The sky after rain. | 人気
bowl-child       | 子どもの飯碗         | コドモノメシワン     | Child’s Rice Bowl         | sakura   | 1540 | 小さな手に収まる高台つき。 | A foot that fits a small hand.`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 窯', motif: 'mug', from: 1241 },
    `
mug-kohiki       | 粉引のマグ           | コヒキノマグ         | Kohiki Mug                | yuki     | 2090 | 口あたりの薄さにこだわりました。 | Thin at the lip.
mug-ruri         | 瑠璃釉のマグ         | ルリユウノマグ       | Ruri Mug                  | ai       | 2310 | 深い青。珈琲の色が映えます。 | Deep blue, for dark coffee.
mug-koke         | 苔色のマグ           | コケイロノマグ       | Moss Mug                  | koke     | 2090 | 窯ごとに表情がかわる灰の釉。 | Ash glaze, never twice the same.
mug-soup         | スープマグ           | スープマグ           | Soup Mug                  | shu      | 2420 | たっぷり入る大ぶり。朝の汁物に。 | Large, for a morning soup.`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 窯', motif: 'plateSet', from: 1251 },
    `
plate-small      | 豆皿 五枚            | マメザラゴマイ       | Five Small Plates         | kinari   | 3300 | 薬味や箸休めに。重ねて美しい五色。 | Five colours, for relishes.
plate-oval       | 楕円皿 二枚          | ダエンザラニマイ     | Two Oval Plates           | nezu     | 4180 | 焼魚も洋皿も受けとめる形。 | For grilled fish and pasta alike.
plate-pasta      | 深皿 二枚            | フカザラニマイ       | Two Deep Plates           | koke     | 4840 | 汁気のあるおかずに、縁が支えます。 | With a rim that holds the sauce. | 人気`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 木工', motif: 'cuttingBoard', from: 1261 },
    `
board-bread      | パン切りの板         | パンキリノイタ       | Bread Board               | kraft    | 2860 | 胡桃の木。くず受けの溝つきです。 | Walnut, with a groove for crumbs.
tray-tea         | 茶托 五枚            | チャタクゴマイ       | Five Tea Saucers          | hinoki   | 3850 | 檜を薄く削り、蜜蝋で仕上げました。 | Thin cypress and beeswax.
tray-round       | 丸盆                 | マルボン             | Round Tray                | kogecha  | 5500 | すべりにくい、一人分にちょうどよい大きさ。 | For one, and it does not slip.
spatula          | 木べら               | キベラ               | Wooden Spatula            | kinari   | 880  | 鍋肌に沿う、斜めの先。 | A slant that follows the pot. | 人気`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 木工', motif: 'chopsticks', from: 1271 },
    `
hashi-child      | 子ども箸             | コドモハシ           | Child’s Chopsticks        | yamabuki | 880  | 滑り止めつき、六寸の短い箸。 | Short, and they grip.
hashi-travel     | 携帯箸               | ケイタイハシ         | Travel Chopsticks         | asagi    | 1980 | 箱に収まり、洗いやすい。 | In a box, easy to wash.
hashi-cooking    | 菜箸 二膳            | サイバシニゼン       | Cooking Chopsticks, 2     | kraft    | 660  | 焦げに強い竹の長箸。 | Long bamboo that stands heat.`,
  ),
  ...series(
    { ...live, category: 'scent', maker: '穂の戸 香り', motif: 'candle', from: 1281 },
    `
candle-yuzu      | 柚子の灯り           | ユズノアカリ         | Yuzu Candle               | yamabuki | 2750 | 冬至の湯のような、明るい香り。 | Bright as a solstice bath.
candle-tea       | 煎茶の灯り           | センチャノアカリ     | Sencha Candle             | matcha   | 2750 | 茶畑の朝を思わせる青さ。 | A tea field in the morning.
candle-plain     | 無香の灯り 三本      | ムコウノアカリサンボン | Unscented Candles, 3    | kinari   | 1430 | 食卓に。はぜの実の蝋です。 | Sumac wax, for the table.`,
  ),
  ...series(
    { ...live, category: 'scent', maker: '穂の戸 香り', motif: 'incense', from: 1291 },
    `
incense-sandal   | 白檀の香             | ビャクダンノコウ     | Sandalwood Incense        | kinari   | 1980 | 静かに甘い、玄関の香り。 | Quiet and sweet, for the hall.
incense-plum     | 梅の香               | ウメノコウ           | Plum Blossom Incense      | sakura   | 1760 | 早春のひとときを十五分。 | Fifteen minutes of early spring.
incense-rain     | 雨の香               | アメノコウ           | Rain Incense              | nezu     | 1870 | 濡れた土と苔を写しました。 | Wet earth and moss. | 人気`,
  ),
  ...series(
    { ...live, category: 'bedding', maker: '穂の戸 布', motif: 'cushion', from: 1301 },
    `
zabuton-indigo   | 藍の座布団           | アイノザブトン       | Indigo Floor Cushion      | ai       | 4400 | 綿をたっぷり、縁側のための一枚。 | Thick cotton, for a veranda.
zabuton-check    | 格子の座布団         | コウシノザブトン     | Check Floor Cushion       | shu      | 4400 | 洗える覆いつき。 | With a washable cover.
zabuton-round    | 円座                 | エンザ               | Round Straw Seat          | kraft    | 3300 | い草の香り、素足に涼しい。 | Rush, cool to bare feet.
cushion-linen    | 麻の背当て           | アサノセアテ         | Linen Back Cushion        | kinari   | 3850 | へたりにくい芯で腰を支えます。 | Keeps its shape behind your back.`,
  ),
  ...series(
    { ...live, category: 'bedding', maker: '穂の戸 布', motif: 'tenugui', from: 1311 },
    `
tenugui-asanoha  | 手ぬぐい 麻の葉      | テヌグイアサノハ     | Tenugui, Hemp Leaf        | koke     | 1100 | 健やかにと願う、産着の文様。 | The pattern wished upon infants.
tenugui-ichimatsu | 手ぬぐい 市松       | テヌグイイチマツ     | Tenugui, Check            | ai       | 1100 | 途切れない縁を表す格子。 | A check without an end.
tenugui-kiku     | 手ぬぐい 菊          | テヌグイキク         | Tenugui, Chrysanthemum    | yamabuki | 1100 | 重陽の節句にちなんで。 | For the ninth day of the ninth month.
tenugui-yuki     | 手ぬぐい 雪輪        | テヌグイユキワ       | Tenugui, Snow Ring        | mizu     | 1100 | 夏に涼を呼ぶ、雪の輪。 | Snow rings for the summer. | 人気`,
  ),
  ...series(
    { ...live, category: 'bedding', maker: '穂の戸 布', motif: 'towels', from: 1321 },
    `
towel-waffle     | ワッフル織りの手拭き | ワッフルオリノテフキ | Waffle Hand Towel         | kinari   | 990  | 乾きが早く、部屋干しでも匂いにくい。 | Dries fast, indoors too.
towel-gauze      | ガーゼの湯上げ       | ガーゼノユアゲ       | Gauze Bath Wrap           | sakura   | 3300 | 四重のガーゼが赤ちゃんを包みます。 | Four layers around a baby.
towel-linen      | 麻のキッチンクロス 二枚 | アサノキッチンクロス | Linen Cloths, 2          | mizu     | 1540 | グラスに糸くずを残しません。 | Leaves no lint on glass. | 人気`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 木工', motif: 'bentoBox', from: 1331 },
    `
bento-two        | 二段の弁当箱         | ニダンノベントウバコ | Two-tier Bento            | kogecha  | 8800 | 杉の香りが、冷めたごはんをおいしく。 | Cedar that keeps cold rice good.
bento-child      | 園児の弁当箱         | エンジノベントウバコ | Child’s Bento             | yamabuki | 3960 | 軽く、留め具が指に馴染みます。 | Light, with a clasp for small fingers.
bento-cloth      | 弁当包み             | ベントウヅツミ       | Bento Cloth               | ai       | 1320 | ほどけば敷物になる、五十センチ角。 | Untied, it is a mat.`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 窯', motif: 'teapot', from: 1341 },
    `
teapot-yokode    | 横手の急須           | ヨコデノキュウス     | Side-handled Teapot       | kogecha  | 6600 | 茶こしまで土でつくりました。 | Clay down to the strainer.
teapot-glass     | 硝子の急須           | ガラスノキュウス     | Glass Teapot              | mizu     | 4400 | 茶の開くようすを眺めながら。 | Watch the leaves open.
teapot-large     | 土瓶                 | ドビン               | Large Dobin Teapot        | sumi     | 7700 | 番茶をたっぷり、家族の一日分。 | Bancha for the whole family.`,
  ),
  ...series(
    { ...live, category: 'bedding', maker: '穂の戸 布', motif: 'blanket', from: 1351 },
    `
blanket-wool     | 泉州の毛布           | センシュウノモウフ   | Senshu Wool Blanket       | kogecha  | 16500 | 羊の毛を両面に起毛した、長く使える一枚。 | Brushed on both sides, for years.
blanket-gauze    | 五重のガーゼケット   | ゴジュウノガーゼケット | Five-layer Gauze Quilt  | mizu     | 8800 | 夏は涼しく、冬は毛布の内側に。 | Cool in summer, an inner layer in winter. | 人気
blanket-knee     | 膝かけ               | ヒザカケ             | Knee Blanket              | azuki    | 4950 | 縁側で本を読む夕方に。 | For reading on the veranda.`,
  ),
  ...series(
    { ...live, category: 'kitchen', maker: '穂の戸 道具', motif: 'basket', from: 1361 },
    `
basket-bread     | パンの籠             | パンノカゴ           | Bread Basket              | kraft    | 3300 | 竹を細く割って編みました。 | Bamboo, finely split.
basket-laundry   | 洗濯籠               | センタクカゴ         | Laundry Basket            | kinari   | 5940 | 濡れても軽い、通気のよい籠。 | Light when wet.
basket-picnic    | 手提げ籠             | テサゲカゴ           | Picnic Basket             | hinoki   | 7150 | ふたつき、四人分の弁当が収まります。 | With a lid, lunch for four.`,
  ),
]

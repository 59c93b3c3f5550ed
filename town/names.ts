/** Common Japanese names: kanji, katakana, romaji. Any likeness to a living person is chance. */
export type Name = readonly [kanji: string, kana: string, romaji: string]

const list = (text: string): Name[] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((row) => row.split(','))
    .map((entry) => {
      const [kanji = '', kana = '', romaji = ''] = entry.trim().split(' ')
      return [kanji, kana, romaji] as const
    })

/** Family names, commonest first. */
export const families = list(`
佐藤 サトウ sato,鈴木 スズキ suzuki,高橋 タカハシ takahashi,田中 タナカ tanaka,伊藤 イトウ ito,渡辺 ワタナベ watanabe
山本 ヤマモト yamamoto,中村 ナカムラ nakamura,小林 コバヤシ kobayashi,加藤 カトウ kato,吉田 ヨシダ yoshida,山田 ヤマダ yamada
佐々木 ササキ sasaki,山口 ヤマグチ yamaguchi,松本 マツモト matsumoto,井上 イノウエ inoue,木村 キムラ kimura,林 ハヤシ hayashi
斎藤 サイトウ saito,清水 シミズ shimizu,山崎 ヤマザキ yamazaki,森 モリ mori,池田 イケダ ikeda,橋本 ハシモト hashimoto
阿部 アベ abe,石川 イシカワ ishikawa,山下 ヤマシタ yamashita,中島 ナカジマ nakajima,石井 イシイ ishii,小川 オガワ ogawa
前田 マエダ maeda,岡田 オカダ okada,長谷川 ハセガワ hasegawa,藤田 フジタ fujita,後藤 ゴトウ goto,近藤 コンドウ kondo
村上 ムラカミ murakami,遠藤 エンドウ endo,青木 アオキ aoki,坂本 サカモト sakamoto,福田 フクダ fukuda,太田 オオタ ota
西村 ニシムラ nishimura,藤井 フジイ fujii,岡本 オカモト okamoto,金子 カネコ kaneko,藤原 フジワラ fujiwara,三浦 ミウラ miura
中野 ナカノ nakano,原田 ハラダ harada,松田 マツダ matsuda,竹内 タケウチ takeuchi,小野 オノ ono,田村 タムラ tamura
中山 ナカヤマ nakayama,和田 ワダ wada,石田 イシダ ishida,森田 モリタ morita,上野 ウエノ ueno,内田 ウチダ uchida
宮本 ミヤモト miyamoto,今井 イマイ imai,高田 タカダ takada,谷口 タニグチ taniguchi,比嘉 ヒガ higa,金城 キンジョウ kinjo
`)

/** Women's given names by the decade of birth in which they were common. */
export const women: Record<number, Name[]> = {
  1950: list(
    '和子 カズコ kazuko,洋子 ヨウコ yoko,恵子 ケイコ keiko,京子 キョウコ kyoko,節子 セツコ setsuko,幸子 サチコ sachiko',
  ),
  1960: list(
    '由美子 ユミコ yumiko,久美子 クミコ kumiko,裕子 ユウコ yuko,真由美 マユミ mayumi,明美 アケミ akemi,智子 トモコ tomoko',
  ),
  1970: list('陽子 ヨウコ yoko,香織 カオリ kaori,美穂 ミホ miho,由紀 ユキ yuki,直美 ナオミ naomi,千春 チハル chiharu'),
  1980: list(
    '愛 アイ ai,恵 メグミ megumi,麻衣 マイ mai,美咲 ミサキ misaki,沙織 サオリ saori,彩 アヤ aya,絵里 エリ eri',
  ),
  1990: list(
    '美咲 ミサキ misaki,萌 モエ moe,彩香 アヤカ ayaka,遥 ハルカ haruka,楓 カエデ kaede,千尋 チヒロ chihiro,優花 ユウカ yuka',
  ),
  2000: list('陽菜 ヒナ hina,葵 アオイ aoi,美羽 ミウ miu,さくら サクラ sakura,凛 リン rin,結衣 ユイ yui'),
}

/** Men's given names by decade. */
export const men: Record<number, Name[]> = {
  1950: list('茂 シゲル shigeru,清 キヨシ kiyoshi,勝 マサル masaru,進 ススム susumu,隆 タカシ takashi'),
  1960: list('浩 ヒロシ hiroshi,誠 マコト makoto,修 オサム osamu,和彦 カズヒコ kazuhiko,豊 ユタカ yutaka'),
  1970: list('健一 ケンイチ kenichi,剛 ツヨシ tsuyoshi,哲也 テツヤ tetsuya,直樹 ナオキ naoki,学 マナブ manabu'),
  1980: list('大輔 ダイスケ daisuke,健太 ケンタ kenta,亮 リョウ ryo,拓也 タクヤ takuya,翔太 ショウタ shota'),
  1990: list('翔 ショウ sho,拓海 タクミ takumi,健人 ケント kento,大樹 ダイキ daiki,蓮 レン ren'),
  2000: list('蓮 レン ren,湊 ミナト minato,悠真 ユウマ yuma,陽翔 ハルト haruto,樹 イツキ itsuki'),
}

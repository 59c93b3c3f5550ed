/** Invented customer lists with their truth, for measuring who is linked with whom: the same list for the same seed. */
import { chance } from '../town/random.ts'

const header = ['id', 'source', 'name', 'kana', 'sex', 'birth', 'phone', 'email', 'postal', 'address'] as const
export type People = { header: readonly string[]; rows: string[][]; truth: number[] }

const family_first = pairs(
  '山ヤマ 川カワ 田タ 中ナカ 村ムラ 上ウエ 小コ 大オオ 高タカ 松マツ 竹タケ 森モリ 林ハヤシ 石イシ 藤フジ 西ニシ 北キタ 南ミナミ 東ヒガシ 青アオ 黒クロ 白シラ 金カネ 長ナガ 福フク 吉ヨシ 古フル 新アラ 岡オカ 島シマ 浜ハマ 桜サクラ 宮ミヤ 神カミ 桑クワ 栗クリ 柳ヤナギ 杉スギ 平ヒラ 広ヒロ',
)
const family_last = pairs(
  '田ダ 川カワ 山ヤマ 村ムラ 井イ 本モト 野ノ 原ハラ 沢ザワ 島シマ 崎サキ 口グチ 谷タニ 木キ 岡オカ 尾オ 松マツ 部ベ 辺ベ 橋ハシ 森モリ 林バヤシ 浦ウラ 倉クラ',
)
const men = pairs(
  '健ケン 正マサ 和カズ 義ヨシ 秀ヒデ 隆タカ 明アキ 弘ヒロ 俊トシ 信ノブ 直ナオ 幸ユキ 英ヒデ 浩ヒロ 智トモ 晴ハル 光ミツ 政マサ 剛ツヨ 勇イサ',
)
const men_last = pairs('男オ 夫オ 雄オ 一カズ 二ジ 彦ヒコ 之ユキ 樹キ 人ト 介スケ 太タ 也ヤ 明アキ 司シ 郎ロウ')
const women = pairs(
  '美ミ 恵エ 由ユ 真マ 奈ナ 智トモ 明アキ 優ユウ 千チ 佳ヨシ 裕ヒロ 久ヒサ 幸サチ 和カズ 紀ノリ 陽ヨウ 直ナオ 理リ 麻マ 彩アヤ',
)
const women_last = pairs('子コ 美ミ 恵エ 香カ 奈ナ 代ヨ 江エ 里リ 菜ナ 乃ノ 穂ホ 実ミ 紗サ 音ネ 花カ')
const towns =
  '東京都世田谷区桜 東京都杉並区井草 東京都新宿区西新宿 神奈川県横浜市港北区日吉 神奈川県川崎市中原区小杉町 大阪府豊中市緑丘 大阪府大阪市北区豊崎 京都府京都市左京区下鴨 兵庫県神戸市灘区篠原 埼玉県川口市幸町 千葉県船橋市本町 愛知県名古屋市千種区覚王山'.split(
    ' ',
  )
const sources = ['pos', 'ec', 'line', 'app', 'paper'] as const

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])
}

/** A list of `records` records: 3,000 people have some 5,700, as shops of five sources write them, typing errors included. */
export function people(records: number, seed = 'link'): People {
  const { next, between, maybe, pick } = chance(seed)
  // The first of a list are common, the last rare.
  const common = <Item>(items: readonly Item[]) => items[Math.floor(next() * next() * items.length)] as Item
  const digits = (count: number) => String(between(10 ** (count - 1), 10 ** count - 1))
  const seldom = (missing: number, text: string) => (maybe(missing) ? '' : text)
  const slipped = (kana: string) => {
    if (kana.length < 3 || !maybe(1 / 30)) return kana
    const at = between(0, kana.length - 1)
    return kana.slice(0, at) + kana.slice(at + 1)
  }
  const rows: string[][] = []
  const truth: number[] = []
  let home: { family: string; kana: string; phone: string; address: string; postal: string } | undefined
  for (let person = 0; rows.length < records; person++) {
    // Every twelfth lives with the one before.
    if (!home || !maybe(1 / 12)) {
      const [[kanji, kana], [more_kanji, more_kana]] = [common(family_first), common(family_last)]
      home = {
        family: kanji + more_kanji,
        kana: kana + more_kana,
        phone: `03${digits(8)}`,
        address: `${pick(towns)}${between(1, 6)}丁目${between(1, 40)}-${between(1, 30)}`,
        postal: digits(7),
      }
    }
    const man = maybe(0.5)
    const [[kanji, kana], [more_kanji, more_kana]] = man
      ? [common(men), common(men_last)]
      : [common(women), common(women_last)]
    const birth = `${between(1940, 2007)}-${two(between(1, 12))}-${two(between(1, 28))}`
    const mobile = `0${pick(['7', '8', '9'])}0${digits(8)}`
    const mail = `p${person.toString(36)}${between(0, 999)}@example.${pick(['com', 'jp', 'ne.jp'])}`
    for (const source of pickSources(next())) {
      if (rows.length >= records) break
      const paper = source === 'paper' || source === 'pos'
      const line = source === 'line'
      const day = maybe(1 / 60)
        ? `${birth.slice(0, 8)}${two(between(1, 28))}`
        : pick([birth, birth.replaceAll('-', '/'), era(birth)])
      const hers = pick([
        mobile,
        `${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}`,
        `+81${mobile.slice(1)}`,
      ])
      rows.push([
        `r${rows.length.toString(36)}x${digits(6)}`,
        source,
        `${home.family}${pick(['', ' ', '\u3000'])}${kanji}${more_kanji}`,
        line ? '' : `${slipped(home.kana)}${pick(['', ' '])}${kana}${more_kana}`,
        seldom(0.3, man ? '男' : '女'),
        seldom(0.25, day),
        seldom(0.25, paper && maybe(0.3) ? home.phone : hers),
        paper ? '' : seldom(0.2, mail),
        line ? '' : home.postal,
        line ? '' : seldom(0.3, maybe(0.5) ? home.address : home.address.replace('丁目', '-')),
      ])
      truth.push(person)
    }
  }
  return { header, rows, truth }
}

function pickSources(part: number): readonly string[] {
  const count = part < 0.4 ? 1 : part < 0.7 ? 2 : part < 0.9 ? 3 : 4
  const from = Math.floor(part * 1000) % sources.length
  return Array.from({ length: count }, (_, at) => sources[(from + at) % sources.length] as string)
}

function era(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return year < 1989 ? `昭和${year - 1925}年${month}月${day}日` : `平成${year - 1988}年${month}月${day}日`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

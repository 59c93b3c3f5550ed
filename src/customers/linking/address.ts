/** A Japanese address in its parts: prefecture, city, town with 丁目, 番地号, the rest. No table of towns is needed. */
import { prefectures } from '#stores/stores'

export type Address = {
  prefecture: string
  city: string
  /** Town with its 丁目 in kanji, as official registers write it. */
  town: string
  /** 番地 and 号 as `3-46`. */
  numbers: string
  /** Building and room, or what could not be read. */
  rest: string
}

// Cities whose own name holds one of the letters a city, town or county ends with.
const odd_cities =
  /^(市川市|市原市|四日市市|廿日市市|野々市市|八日市市|郡山市|大和郡山市|郡上市|蒲郡市|小郡市|町田市|大町市|十日町市|村山市|東村山市|武蔵村山市|村上市|田村市|大村市|羽村市|中村市|余市郡(?:余市町|仁木町|赤井川村)|高市郡.{1,3}[町村]|(?:東|西|北)村山郡.{1,3}?[町村]|杵島郡大町町|佐波郡玉村町|柴田郡村田町|田村郡.{1,3}町)/
const designated =
  /^(札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市[^市]{1,5}?区/
const county = /^[^市区町村郡]{1,5}郡[^郡]{1,6}?[町村]/
const plain_city = /^[^市区町村0-9]{1,7}[市区町村]/

const wards =
  '千代田 中央 港 新宿 文京 台東 墨田 江東 品川 目黒 大田 世田谷 渋谷 中野 杉並 豊島 北 荒川 板橋 練馬 足立 葛飾 江戸川'
    .split(' ')
    .map((name) => `${name}区`)
const home = new Map<string, string>([
  ...wards.map((ward) => [ward, '東京都'] as const),
  ...'札幌市北海道 仙台市宮城県 さいたま市埼玉県 千葉市千葉県 横浜市神奈川県 川崎市神奈川県 相模原市神奈川県 新潟市新潟県 静岡市静岡県 浜松市静岡県 名古屋市愛知県 京都市京都府 大阪市大阪府 堺市大阪府 神戸市兵庫県 岡山市岡山県 広島市広島県 北九州市福岡県 福岡市福岡県 熊本市熊本県'
    .split(' ')
    .map((pair) => pair.split(/(?<=市)/) as [string, string]),
])

/** Take an address apart. A prefecture left out is found where the city says it. */
export function takeApart(text: string): Address {
  let left = text
    .normalize('NFKC')
    .replace(/〒?\s*\d{3}-?\d{4}(?=\s*\D)/, '')
    .replace(/[‐‑‒–—―−﹣ｰ]/g, '-')
    .replace(/(?<=\d)ー(?=\d)/g, '-')
    .trim()
  let prefecture = prefectures.find((name) => left.startsWith(name)) ?? ''
  left = left.slice(prefecture.length).trimStart()
  const compact = left.replace(/^(\D{1,8}?郡)\s+/, '$1')
  const city =
    (odd_cities.exec(compact) ?? designated.exec(compact) ?? county.exec(compact) ?? plain_city.exec(compact))?.[0] ??
    ''
  left = compact.slice(city.length).trimStart()
  prefecture ||= home.get(city) ?? home.get(city.replace(/(?<=市).*$/, '')) ?? ''
  return { prefecture, city, ...townOf(left) }
}

const numeral = '[0-9〇零一二三四五六七八九十百]+'
const chome = new RegExp(`^(.*?)(${numeral})(丁目|丁(?!\\p{Script=Han}))(.*)$`, 'u')
const chain = /^(\d+(?:(?:番地の?|番町?|号|の|ノ|之|-)+\d+)*)(?:番地|番|号(?!室|棟|館))?/

function townOf(text: string): Pick<Address, 'town' | 'numbers' | 'rest'> {
  const counted = chome.exec(text)
  if (counted) {
    const [, name = '', count = '', unit = '', after = ''] = counted
    return { town: `${name.trim()}${kanji(countOf(count))}${unit}`, ...numbersOf(after.replace(/^[-\s]+/, '')) }
  }
  const at = text.search(/\d/)
  if (at < 0) return { town: text.trim(), numbers: '', rest: '' }
  const name = text.slice(0, at).trim()
  // 白山4-15-5: of three numbers the first is the 丁目.
  const short = /^(\d{1,2})-(?=\d+-\d+(?!-?\d))/.exec(text.slice(at))
  if (short && name)
    return { town: `${name}${kanji(Number(short[1]))}丁目`, ...numbersOf(text.slice(at + short[0].length)) }
  return { town: name, ...numbersOf(text.slice(at)) }
}

function numbersOf(text: string): Pick<Address, 'numbers' | 'rest'> {
  const found = chain.exec(text)
  if (!found) return { numbers: '', rest: text.trim() }
  return { numbers: (found[1] ?? '').split(/\D+/).join('-'), rest: text.slice(found[0].length).trim() }
}

/** A number written in digits or kanji (百 and below thousand). */
export function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let sum = 0
  let digit = 0
  for (const sign of text) {
    const at = '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign)
    if (sign === '十' || sign === '百') {
      sum += (digit || 1) * (sign === '十' ? 10 : 100)
      digit = 0
    } else digit = digit * 10 + (at >= 0 ? at : Number(sign))
  }
  return sum + digit
}

function kanji(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const digit = (n: number) => '〇一二三四五六七八九'[n] as string
  if (value === 0) return ''
  return `${tens > 1 ? digit(tens) : ''}${tens ? '十' : ''}${ones ? digit(ones) : ''}`
}

/** What of an address is compared: its town without the ways of writing it, and all its numbers in order. */
export function compared({ city, town, numbers, rest }: Address): { city: string; town: string; numbers: string[] } {
  const digits = town.replace(new RegExp(`${numeral}(?=丁|号|条|線|番)`, 'gu'), (count) => String(countOf(count)))
  const room = /^[-\s]*(\d+)(?:号室)?$/.exec(rest)?.[1]
  return {
    city,
    town: digits
      .replace(/大字|字|\d+|丁目|丁|番町?|号|[\s-]/g, '')
      .replace(/[ヶヵがガｹ]/g, 'ケ')
      .replace(/[之ノ]/g, 'の'),
    numbers: [...(digits.match(/\d+/g) ?? []), ...(numbers ? numbers.split('-') : []), ...(room ? [room] : [])],
  }
}

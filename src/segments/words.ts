/** Conditions in words, as they stand beside what was seen of a person. */
import { catalogue } from '#activity/activity'
import { purposes } from '#consent/consent'
import { rows, sql, type Tx } from '#core/database'
import type { Message } from '#core/problem'
import { clock } from '#core/time'
import type { Leaf, Ranged } from '#segments/rule'

/** Each of these conditions as a short phrase. */
export async function inWords(tx: Tx, leaves: readonly Leaf[]): Promise<Message[]> {
  const ids = JSON.stringify(leaves).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  const places = await rows<{ place_id: string; name: string; name_en: string | null }>(
    tx,
    sql`select place_id, name, name_en from stores.place_card where place_id = any (${ids}::uuid[])`,
  )
  const known_tags = await rows<{ tag_id: string; name: string; name_en: string | null }>(
    tx,
    sql`select tag_id, name, name_en from tags.tag where tag_id = any (${ids}::uuid[])`,
  )
  const known_purposes = await purposes(tx, clock.iso())
  const place = (id: string): Message => {
    const known = places.find(({ place_id }) => place_id === id)
    return { ja: known?.name ?? id, en: known?.name_en ?? known?.name ?? id }
  }
  const tag = (id: string): Message => {
    const known = known_tags.find(({ tag_id }) => tag_id === id)
    return { ja: known?.name ?? id, en: known?.name_en ?? known?.name ?? id }
  }
  const purpose = (key: string): Message => {
    const known = known_purposes.find((one) => one.purpose === key)
    return { ja: known?.name_ja ?? key, en: known?.name_en ?? key }
  }
  return leaves.map((leaf) => phrase(leaf, place, purpose, tag))
}

type Named = (key: string) => Message

function phrase(leaf: Leaf, place: Named, purpose: Named, tag: Named): Message {
  switch (leaf.is) {
    case 'event': {
      const what = happening(leaf, place)
      const since = within(leaf.days)
      if (leaf.measure === 'count') return put`${since}${what} ${range(leaf, '回', ' times')}`
      if (leaf.measure === 'sum') return put`${since}${what} ${leaf.sum_of ?? ''} ${range(leaf, '', '')}`
      const end = leaf.measure === 'first' ? { ja: '最初は', en: 'first' } : { ja: '最後は', en: 'last' }
      return put`${what} ${end} ${range(leaf, '日前', ' days ago')}`
    }
    case 'sequence': {
      const steps = leaf.steps.map((step) => happening(step, place))
      return put`${within(leaf.days)}${{ ja: steps.map(({ ja }) => ja).join(' → '), en: steps.map(({ en }) => en).join(' → ') }}`
    }
    case 'orders': {
      const where = leaf.place_id ? put` ${place(leaf.place_id)}` : { ja: '', en: '' }
      const what =
        leaf.measure === 'count'
          ? put`${{ ja: 'お買い物', en: 'orders' }} ${range(leaf, '回', '')}`
          : put`${{ ja: 'お買い上げ', en: 'spent' }} ${range(leaf, '円', ' yen')}`
      return put`${within(leaf.days)}${what}${where}${leaf.channel ? ` ${leaf.channel}` : ''}`
    }
    case 'points':
      return put`${{ ja: '保有ポイント', en: 'points' }} ${range(leaf, '', '')}`
    case 'consent':
      return put`${purpose(leaf.purpose)} ${{ ja: `${channel(leaf.channel)} 許可`, en: `by ${leaf.channel} allowed` }}`
    case 'age':
      return put`${{ ja: '年齢', en: 'age' }} ${range(leaf, '歳', '')}`
    case 'joined':
      return put`${{ ja: '入会から', en: 'joined' }} ${range(leaf, '日', ' days ago')}`
    case 'birthday':
      return leaf.months_ahead === 0
        ? { ja: '今月が誕生月', en: 'birthday this month' }
        : { ja: `${leaf.months_ahead}か月後が誕生月`, en: `birthday in ${leaf.months_ahead} months` }
    case 'tag': {
      const strong = leaf.at_least
        ? { ja: `（強さ${leaf.at_least}以上）`, en: ` (strength ${leaf.at_least} or more)` }
        : ''
      const long = leaf.held_days
        ? { ja: `${leaf.held_days}日以上前から`, en: `for ${leaf.held_days} days or more ` }
        : ''
      return put`${long}${{ ja: 'タグ「', en: 'tag “' }}${tag(leaf.tag_id)}${{ ja: '」', en: '”' }}${strong}`
    }
    case 'trait': {
      const [ja, en] = trait_names[leaf.name]
      const values =
        leaf.name === 'home_place_id' ? leaf.among.map(place) : leaf.among.map((one) => ({ ja: one, en: one }))
      return {
        ja: `${ja}が${values.map((one) => one.ja).join('・')}`,
        en: `${en}: ${values.map((one) => one.en).join(', ')}`,
      }
    }
  }
}

const trait_names = {
  gender: ['性別', 'gender'],
  prefecture: ['都道府県', 'prefecture'],
  city: ['市区町村', 'city'],
  locale: ['言語', 'language'],
  route: ['入会経路', 'joined by'],
  home_place_id: ['よく使う店舗', 'home shop'],
  birth_month: ['誕生月', 'month of birth'],
} as const

const channels: Record<string, string> = { push: 'アプリ通知', email: 'メール', line: 'LINE', sms: 'SMS', post: '郵送' }
function channel(key: string): string {
  return channels[key] ?? key
}

type Which = { type: string; place_id?: string | undefined; fact?: { name: string; value: string } | undefined }
function happening({ type, place_id, fact }: Which, place: Named): Message {
  const name = catalogue[type]?.name ?? { ja: type, en: type }
  const where = place_id ? put`（${place(place_id)}）` : { ja: '', en: '' }
  return put`${{ ja: `「${name.ja}」`, en: `“${name.en}”` }}${where}${fact ? ` ${fact.name}=${fact.value}` : ''}`
}

function within(days: number | undefined): Message {
  return days === undefined ? { ja: '', en: '' } : { ja: `直近${days}日に`, en: `in ${days} days ` }
}

function range({ at_least, at_most }: Ranged, ja: string, en: string): Message {
  const n = (value: number) => value.toLocaleString('ja-JP')
  if (at_least !== undefined && at_most !== undefined)
    return { ja: `${n(at_least)}〜${n(at_most)}${ja}`, en: `${n(at_least)} to ${n(at_most)}${en}` }
  return at_least === undefined
    ? { ja: `${n(at_most ?? 0)}${ja}以下`, en: `at most ${n(at_most ?? 0)}${en}` }
    : { ja: `${n(at_least)}${ja}以上`, en: `at least ${n(at_least)}${en}` }
}

// The same shape in both languages.
function put(strings: TemplateStringsArray, ...values: (Message | string)[]): Message {
  const said = (lang: 'ja' | 'en') =>
    strings.reduce((text, piece, at) => {
      const value = values[at - 1] ?? ''
      return `${text}${typeof value === 'string' ? value : value[lang]}${piece}`
    })
  return { ja: said('ja'), en: said('en') }
}

/** A mapped row of customers as what the customers' room registers. */
import type { Registration } from '#customers/customers'
import { keyOf } from '#integrations/keys'
import type { Values } from '#integrations/mapped'

/** One member; a name in one piece is halved at its first space. */
export function registration(source: string, values: Values): Registration {
  const text = (field: string) => (values[field] === undefined ? undefined : String(values[field]))
  const number = (field: string) => (values[field] === undefined ? null : Number(values[field]))
  const [family, given] = halves(text('name'))
  const [familyKana, givenKana] = halves(text('name_kana'))
  const address = text('address')
  const registered_at = text('registered_at')
  const card = text('card')
  return {
    external_id: keyOf(source, String(values.external_id)),
    family_name: text('family_name') ?? family ?? null,
    given_name: text('given_name') ?? given ?? null,
    family_name_kana: text('family_kana') ?? familyKana ?? null,
    given_name_kana: text('given_kana') ?? givenKana ?? null,
    email: text('email') ?? null,
    phone: text('phone') ?? null,
    birth_date: text('birth_date') ?? null,
    birth_year: number('birth_year'),
    birth_month: number('birth_month'),
    gender: text('gender') ?? null,
    postal_code: text('postal_code') ?? null,
    prefecture: text('prefecture') ?? prefectureOf(address),
    city: text('city') ?? null,
    address: address ?? null,
    ...(card !== undefined && { card_numbers: [card] }),
    ...(registered_at !== undefined && { registered_at }),
    route: 'import',
    channel: 'import',
  }
}

/** 伊藤 音羽 → family name, given name; one word is a family name. */
function halves(name: string | undefined): [string | undefined, string | undefined] {
  const [first, ...rest] = name?.split(' ') ?? []
  return [first, rest.length ? rest.join(' ') : undefined]
}

function prefectureOf(address: string | undefined): string | null {
  return /^(北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島)県|[^\s\d]{2}県)/.exec(address ?? '')?.[1] ?? null
}

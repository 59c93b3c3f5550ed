import { refuse } from '#core/problem'
import * as normal from './normalise.ts'
import type { Contact, Facts } from './person.ts'

/** Contact data in its one form; refuses (400) naming the field that cannot be read. */
export function readContact(input: Contact): Contact {
  const contact: Contact = {
    family_name: text(input.family_name),
    given_name: text(input.given_name),
    family_name_kana: input.family_name_kana ? normal.properKana(input.family_name_kana) : null,
    given_name_kana: input.given_name_kana ? normal.properKana(input.given_name_kana) : null,
    email: read(
      'email',
      input.email,
      normal.email,
      'メールアドレスの形が正しくありません。',
      'This is not an e-mail address.',
    ),
    phone: read('phone', input.phone, normal.phone, '電話番号の形が正しくありません。', 'This is not a phone number.'),
    birth_date: read(
      'birth_date',
      input.birth_date,
      day,
      '生年月日が正しくありません。',
      'This is not a date of birth.',
    ),
    postal_code: read(
      'postal_code',
      input.postal_code,
      normal.postalCode,
      '郵便番号は7桁で入力してください。',
      'A postal code has seven digits.',
    ),
    address: text(input.address),
    building: text(input.building),
    member_number: input.member_number ?? null,
    external_id: input.external_id?.trim() || null,
    line_user_id: input.line_user_id ?? null,
    card_numbers: [...new Set((input.card_numbers ?? []).map(normal.cardNumber).filter(Boolean))],
  }
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null)) as Contact
}

/** What may stand in clear: year and month of birth, gender, prefecture, city, and how she came. */
export function factsOf(contact: Contact, input: Partial<Facts>): Facts {
  const [year, month] = contact.birth_date?.split('-') ?? []
  return {
    birth_year: year ? Number(year) : (input.birth_year ?? null),
    birth_month: month ? Number(month) : (input.birth_month ?? null),
    gender: input.gender ?? null,
    prefecture: text(input.prefecture),
    city: text(input.city),
    locale: input.locale ?? 'ja',
    route: input.route ?? null,
    home_place_id: input.home_place_id ?? null,
  }
}

function text(value: string | null | undefined): string | null {
  return (value && normal.properName(value)) || null
}

function day(value: string): string | undefined {
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined
}

function read(
  field: string,
  value: string | null | undefined,
  reader: (value: string) => string | undefined,
  ja: string,
  en: string,
): string | null {
  if (!value?.trim()) return null
  return reader(value) ?? refuse('customers.unreadable', 400, ja, en, { field })
}

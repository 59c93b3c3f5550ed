/** Which column of a file holds what: guessed from its name and, where that says nothing, from its values. */
import { refuse } from '#core/problem'
import { folded, isJapanese, isKana } from './letters.ts'
import { birthday, mail, sexOf, telephone } from './values.ts'

export const kinds = [
  'id',
  'source',
  'name',
  'family',
  'given',
  'kana',
  'family_kana',
  'given_kana',
  'sex',
  'birth',
  'phone',
  'email',
  'postal',
  'address',
  'number',
  'text',
  'ignore',
] as const
export type Kind = (typeof kinds)[number]
export type Column = { header: string; kind: Kind; because: 'name' | 'values' | 'said' }

const words: readonly (readonly [Kind, readonly string[]])[] = [
  [
    'family_kana',
    [
      'セイ',
      '姓カナ',
      '姓フリガナ',
      '姓ふりがな',
      '氏名カナ姓',
      'カナ姓',
      'フリガナ姓',
      'lastnamekana',
      'familynamekana',
      'familykana',
      'surnamekana',
      'seikana',
    ],
  ],
  [
    'given_kana',
    [
      'メイ',
      '名カナ',
      '名フリガナ',
      '名ふりがな',
      '氏名カナ名',
      'カナ名',
      'フリガナ名',
      'firstnamekana',
      'givennamekana',
      'givenkana',
      'meikana',
    ],
  ],
  [
    'kana',
    [
      'カナ',
      'ｶﾅ',
      'フリガナ',
      'ふりがな',
      '氏名カナ',
      '名前カナ',
      'カナ氏名',
      '会員名カナ',
      '顧客名カナ',
      '読み',
      'よみがな',
      'kana',
      'namekana',
      'kananame',
      'furigana',
      'reading',
      'yomi',
    ],
  ],
  [
    'family',
    ['姓', '苗字', '名字', '氏', '氏名姓', 'lastname', 'familyname', 'surname', 'lname', 'last', 'sei', 'family'],
  ],
  ['given', ['名', '氏名名', 'firstname', 'givenname', 'forename', 'fname', 'first', 'mei', 'given']],
  [
    'name',
    [
      '氏名',
      '名前',
      'お名前',
      '会員名',
      '顧客名',
      '会員氏名',
      'お客様名',
      '漢字氏名',
      '表示名',
      'name',
      'fullname',
      'customername',
      'displayname',
      'namekanji',
      'firstandsurname',
    ],
  ],
  ['sex', ['性別', 'sex', 'gender']],
  ['birth', ['生年月日', '誕生日', 'birth', 'birthdate', 'birthday', 'dateofbirth', 'dob', 'bday', 'birthymd']],
  [
    'phone',
    [
      '電話番号',
      '電話',
      '携帯',
      '携帯番号',
      '携帯電話',
      '携帯電話番号',
      '固定電話',
      '自宅電話',
      '連絡先',
      'tel',
      'phone',
      'mobile',
      'phonenumber',
      'telephone',
      'cell',
      'cellphone',
      'mobilephone',
      'telno',
    ],
  ],
  ['email', ['メールアドレス', 'メール', 'eメール', 'email', 'mail', 'emailaddress', 'mailaddress']],
  ['postal', ['郵便番号', '〒', 'zip', 'zipcode', 'postal', 'postalcode', 'postcode']],
  [
    'address',
    [
      '住所',
      '現住所',
      '所在地',
      '住所1',
      '住所2',
      '都道府県',
      '市区町村',
      '町名',
      '町域',
      '番地',
      '番地号',
      '町名番地',
      '丁目番地',
      '建物',
      '建物名',
      '以降の住所',
      'address',
      'fulladdress',
      'address1',
      'address2',
      'streetaddress',
      'prefecture',
      'addr',
      'city',
      'suburb',
      'town',
      'street',
      'state',
      'county',
      'province',
      'building',
      '市町村',
      '丁目',
    ],
  ],
  [
    'number',
    ['socsecid', 'ssn', 'nationalid', 'streetnumber', 'housenumber', 'passport', 'licence', 'license', 'マイナンバー'],
  ],
  [
    'source',
    [
      'source',
      'sourcesystem',
      'system',
      'channel',
      '登録元',
      'チャネル',
      '媒体',
      '取得元',
      '経路',
      '登録経路',
      'データ元',
      'ソース',
      'dataset',
      'datasource',
    ],
  ],
  [
    'id',
    [
      'id',
      'recordid',
      'recid',
      'rowid',
      'uniqueid',
      'key',
      'no',
      'レコードid',
      '会員番号',
      '会員id',
      '会員コード',
      '顧客id',
      '顧客番号',
      '顧客コード',
      '管理番号',
      '番号',
      'customerid',
      'memberid',
      'userid',
      '識別番号',
      '連番',
      '行番号',
    ],
  ],
  [
    'ignore',
    [
      'cluster',
      'clusterid',
      'entity',
      'entityid',
      'truth',
      'personid',
      'trueid',
      'matchid',
      'groupid',
      '正解',
      'createdat',
      'updatedat',
      'registeredat',
      '登録日',
      '登録日時',
      '更新日',
      '更新日時',
      '入会日',
      '備考',
      'memo',
      'note',
      'points',
      'ポイント',
    ],
  ],
]
const named = new Map(words.flatMap(([kind, names]) => names.map((name) => [bare(name), kind] as const)))

/** Guess what each column holds. `said` (header → kind) overrides; refuses (422) what it does not know. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, string>> = {},
): Column[] {
  for (const [name, kind] of Object.entries(said)) {
    if (!header.includes(name))
      refuse('customers.link_column', 422, `列「${name}」がありません。`, `There is no column "${name}".`, {
        field: 'map',
      })
    if (!(kinds as readonly string[]).includes(kind))
      refuse(
        'customers.link_kind',
        422,
        `「${kind}」は ${kinds.join('・')} のどれでもありません。`,
        `"${kind}" is none of ${kinds.join(', ')}.`,
        { field: 'map' },
      )
  }
  const columns = header.map((name, at): Column => {
    if (said[name]) return { header: name, kind: said[name] as Kind, because: 'said' }
    const values = samplesOf(rows, at)
    const kind = named.get(bare(name))
    if (kind && fits(kind, values)) return { header: name, kind, because: 'name' }
    return { header: name, kind: byValues(values, rows, at), because: 'values' }
  })
  return oneId(columns, rows)
}

// A file has one column that names its records: the first whose values are all different.
function oneId(columns: Column[], rows: readonly (readonly string[])[]): Column[] {
  const own = columns.findIndex(
    (column, at) => (column.kind === 'id' && column.because === 'said') || (column.kind === 'id' && isUnique(rows, at)),
  )
  return columns.map((column, at) => {
    if (column.kind !== 'id' || at === own) return column
    // Another number of a person (her membership) says who she is; one that every row has for itself says nothing.
    return { ...column, kind: isUnique(rows, at) ? 'ignore' : 'number', because: 'values' }
  })
}

function isUnique(rows: readonly (readonly string[])[], at: number): boolean {
  return rows.length > 0 && new Set(rows.map((row) => row[at])).size === rows.length
}

const samples_max = 400
function samplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const found: string[] = []
  const step = Math.max(1, Math.floor(rows.length / (samples_max * 4)))
  for (let row = 0; row < rows.length && found.length < samples_max; row += step) {
    const text = rows[row]?.[at]?.trim()
    if (text) found.push(text)
  }
  return found
}

function share(values: readonly string[], holds: (text: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length
}

// A header may lie: a column "name" full of digits holds no names.
function fits(kind: Kind, values: readonly string[]): boolean {
  if (values.length === 0) return true
  if (kind === 'birth') return share(values, (text) => birthday(text) !== '') > 0.5
  if (kind === 'email') return share(values, (text) => mail(text) !== '') > 0.5
  if (kind === 'phone') return share(values, (text) => telephone(text) !== '') > 0.5
  if (kind === 'sex') return share(values, (text) => sexOf(text) !== '') > 0.5
  if (['name', 'family', 'given', 'kana', 'family_kana', 'given_kana'].includes(kind))
    return share(values, (text) => /^\s*[\d-]+\s*$/.test(text)) < 0.5
  return true
}

function byValues(values: readonly string[], rows: readonly (readonly string[])[], at: number): Kind {
  if (values.length === 0) return 'ignore'
  const most = (holds: (text: string) => boolean) => share(values, holds) > 0.8
  if (most((text) => mail(text) !== '')) return 'email'
  if (most((text) => /^〒?\s*\d{3}-?\d{4}$/.test(text.normalize('NFKC')))) return 'postal'
  if (most((text) => plausible(birthday(text)))) return 'birth'
  if (most((text) => /^(\+81|0)/.test(text.normalize('NFKC')) && /^[\d\s()+-]{10,17}$/.test(text.normalize('NFKC'))))
    return 'phone'
  const different = new Set(values.map(folded))
  if (different.size <= 4 && most((text) => sexOf(text) !== '')) return 'sex'
  if (most((text) => isJapanese(text) && /[都道府県市区町村郡].*\d/.test(text.normalize('NFKC')))) return 'address'
  if (most((text) => /^\d{4,}$/.test(folded(text)))) return isUnique(rows, at) ? 'id' : 'number'
  if (most((text) => /\d/.test(text)) && isUnique(rows, at)) return 'id'
  if (most((text) => isKana(text)) && most((text) => text.length <= 20)) return 'kana'
  if (most((text) => isJapanese(text) && /^\D{2,10}$/.test(text)) && different.size > values.length / 3) return 'name'
  return 'text'
}

function plausible(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))]
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function bare(text: string): string {
  return folded(text).replace(/[\s_\-./:()「」【】・*＊#]/g, '')
}

import { createInterface } from 'node:readline/promises'
import { type Command, options } from '#commands/command'
import { openHouse } from '#commands/house'
import { refuse } from '#core/problem'
import { type Beginning, type Begun, begin } from '#init'

const summary = {
  ja: '自分の店を始めます（デモなし・最初の管理者つきの空のグループ）。',
  en: 'Begin your own shop: an empty group with its first admin, no demo.',
}
const usage = `[--group name] [--brand name] [--shop name] [--admin name] [--code 001] [--data folder] [--json]

  --group name    the company: it issues the receipts
  --brand name    the first brand (default: the group)
  --shop name     the first shop
  --admin name    who looks after the system
  --code number   her staff number (default 001)
  --data folder   data folder of the embedded PostgreSQL (default ./data; DATABASE_URL replaces it)
  --json          print what was made as JSON

  Asks for what is missing when somebody sits at the terminal. Prints a PIN once: sign in with it and choose your own. The
  same words again change nothing (and print a new PIN while nobody has signed in); a database with shops in it is refused.`

const questions: Record<'group' | 'shop' | 'admin', { ja: string; en: string }> = {
  group: { ja: '会社名', en: 'company' },
  shop: { ja: '最初の店舗名', en: 'first shop' },
  admin: { ja: '管理者の名前', en: 'admin’s name' },
}

export const init: Command = {
  summary,
  async run(args) {
    const { values } = options(
      args,
      { name: 'init', summary, usage },
      {
        group: { type: 'string' },
        brand: { type: 'string' },
        shop: { type: 'string' },
        admin: { type: 'string' },
        code: { type: 'string', default: '001' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
    )
    const want = await complete(values)
    const house = await openHouse(values.data, 'engawa init')
    try {
      const begun = await begin(house.db, want)
      console.log(values.json ? JSON.stringify(begun) : told(begun, want, values.data))
    } finally {
      await house.close()
    }
  },
}

type Given = { group?: string; brand?: string; shop?: string; admin?: string; code: string }

async function complete(given: Given): Promise<Beginning> {
  const asked = { group: given.group, shop: given.shop, admin: given.admin }
  const reader = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : undefined
  try {
    const group = await answer('group', asked.group, reader)
    const shop = await answer('shop', asked.shop, reader)
    const admin = await answer('admin', asked.admin, reader)
    return { group, brand: given.brand?.trim() || group, shop, admin, code: codeOf(given.code) }
  } finally {
    reader?.close()
  }
}

async function answer(
  name: keyof typeof questions,
  given: string | undefined,
  reader: { question(text: string): Promise<string> } | undefined,
): Promise<string> {
  const { ja, en } = questions[name]
  const said = (given ?? (await reader?.question(`${ja} ${en}: `)) ?? '').trim()
  if (said.length >= 1 && said.length <= 100) return said
  return refuse(
    'core.init_needs',
    400,
    `${ja}を --${name} で指定してください（100文字まで）。`,
    `Give the ${en} with --${name} (up to 100 characters).`,
    { field: name },
  )
}

function codeOf(code: string): string {
  if (/^[0-9A-Za-z-]{1,20}$/.test(code)) return code
  return refuse('core.init_code', 400, '--code は英数字20文字までです。', '--code is up to 20 letters and digits.', {
    field: 'code',
  })
}

function told({ made, staff_code, pin }: Begun, { group, shop, admin }: Beginning, data?: string): string {
  // The folder named here is not the one the next command would take by itself.
  const where = data ? ` --data ${/^[\w./~-]+$/.test(data) ? data : JSON.stringify(data)}` : ''
  const lines = made
    ? [`${group}「${shop}」を作りました。 Made ${group} with its shop ${shop}.`]
    : [`${group}「${shop}」はすでにあります。 ${group} with its shop ${shop} is there already.`]
  if (pin)
    lines.push(
      '',
      `  管理者 admin: ${admin}`,
      `  スタッフ番号 staff number: ${staff_code}`,
      `  PIN（今だけ表示 shown only now）: ${pin}`,
      '',
      '最初のサインインで、ご自身のPINに変えてください。 Choose a PIN of your own at the first sign-in.',
    )
  lines.push(
    '',
    '次は next:',
    `  npx engawa import products 商品.csv --guess --source own${where}   商品を取り込む bring in your products`,
    `  npx engawa import stock 在庫.csv --guess --source own${where}      在庫を取り込む（店舗は名前で） and your stock (places by their names)`,
    `  npx engawa start${where}   起動して /console と /counter へ run it, then /console and /counter`,
  )
  return lines.join('\n')
}

/** What a production start refuses: everything that is fine for trying Engawa and dangerous for a shop. All of it is told at once. */
import { isIP } from 'node:net'
import { type FaceName, faceOrigins, hostOf, houseOrigins, isLoopback, originSettings } from '#access/access'
import type { Message } from '#core/problem'
import { refuse } from '#core/problem'

type Environment = Readonly<Record<string, string | undefined>>
/** What is asked of the process: a worker shows no face. */
export type Wanted = { faces: boolean; lan?: boolean }
type Look = (env: Environment, wanted: Wanted) => Message[]

const environments = ['development', 'test', 'staging', 'production']
const enough_letters = 12

/** Refuse to start where the settings would not do for a shop; names every setting at fault and how to mend it. */
export function refuseUnready(wanted: Wanted, env: Environment = process.env): void {
  const named = env.ENGAWA_ENV
  if (named && !environments.includes(named))
    refuse(
      'core.environment_unknown',
      400,
      `ENGAWA_ENV=${named} という環境はありません（${environments.join('、')}）。`,
      `There is no ENGAWA_ENV=${named}; it is one of ${environments.join(', ')}.`,
      { field: 'ENGAWA_ENV' },
    )
  if (named !== 'production') return
  const faults = unready(env, wanted)
  if (faults.length === 0) return
  const list = (language: 'ja' | 'en') => faults.map((fault) => `・${fault[language]}`).join('\n')
  refuse(
    'core.not_for_production',
    400,
    `本番（ENGAWA_ENV=production）では起動できません。次を直してください。\n${list('ja')}`,
    `This is not ready for production (ENGAWA_ENV=production). Please mend:\n${list('en')}`,
  )
}

/** What is at fault, if anything. */
export function unready(env: Environment, wanted: Wanted): Message[] {
  return looks.flatMap((look) => look(env, wanted))
}

const key: Look = ({ ENGAWA_KEY = '' }) =>
  ENGAWA_KEY.length >= 32 &&
  (/throw-?away|change-?me|example/i.test(ENGAWA_KEY) || new Set(ENGAWA_KEY).size < enough_letters)
    ? [
        {
          ja: 'ENGAWA_KEY が推測できる値です。「openssl rand -base64 32」で作った値にしてください。',
          en: 'ENGAWA_KEY can be guessed. Make one with "openssl rand -base64 32".',
        },
      ]
    : []

const hosts: Look = (env, { faces }) => {
  if (!faces) return []
  const all = faceOrigins(env)
  const owner = new Map<string, FaceName>()
  return (Object.keys(all) as FaceName[]).flatMap((face): Message[] => {
    const name = originSettings[face]
    const origins = all[face]
    if (origins.length === 0)
      return [
        {
          ja: `${name} がありません。画面ごとに別のホスト名が要ります（例: https://${face}.example.jp）。`,
          en: `${name} is missing. Each face has a host name of its own (e.g. https://${face}.example.jp).`,
        },
      ]
    if (face !== 'storefront' && origins.length > 1)
      return [{ ja: `${name} は1つだけ指定してください。`, en: `${name} takes one origin only.` }]
    return origins.flatMap((origin): Message[] => {
      const host = hostOf(origin)
      if (!host || new URL(origin).origin !== origin.toLowerCase() || !origin.toLowerCase().startsWith('https://'))
        return [
          {
            ja: `${name} の「${origin}」は https:// で始まるオリジン（パスなし）にしてください。`,
            en: `${name}: "${origin}" must be an origin with https:// and without a path.`,
          },
        ]
      const other = owner.get(host)
      owner.set(host, face)
      return other
        ? [
            {
              ja: `${name} と ${originSettings[other]} が同じホスト ${host} です。一方の画面の不具合が他方に及ばないよう分けてください。`,
              en: `${name} and ${originSettings[other]} share the host ${host}. Give each its own, so that a fault in one cannot act as the other.`,
            },
          ]
        : []
    })
  })
}

const passkeys: Look = (env) => {
  const domain = env.ENGAWA_RP_ID
  if (!domain) return []
  const hit = houseOrigins(env).some((origin) => {
    const name = hostOf(origin)?.replace(/:\d+$/, '')
    return name === domain || name?.endsWith(`.${domain}`)
  })
  return hit
    ? []
    : [
        {
          ja: `ENGAWA_RP_ID=${domain} は、どの画面のドメインでもありません。`,
          en: `ENGAWA_RP_ID=${domain} is the domain of none of the faces.`,
        },
      ]
}

// Between machines the database's password and everything it holds would travel in clear.
const database: Look = ({ DATABASE_URL, ENGAWA_DATABASE_TRUSTED_NETWORK }) => {
  if (!DATABASE_URL || ENGAWA_DATABASE_TRUSTED_NETWORK === '1') return []
  if (!URL.canParse(DATABASE_URL))
    return [{ ja: 'DATABASE_URL を読み取れません。', en: 'DATABASE_URL cannot be read.' }]
  const { hostname, searchParams } = new URL(DATABASE_URL)
  const host = searchParams.get('host') ?? hostname
  if (host === '' || host.startsWith('/') || isLoopback(host)) return []
  const mode = searchParams.get('sslmode') ?? ''
  return /^(require|verify-ca|verify-full)$/.test(mode)
    ? []
    : [
        {
          ja: `DATABASE_URL は別のマシン（${host}）への暗号化されない接続です。?sslmode=verify-full を付けるか、閉じた網なら ENGAWA_DATABASE_TRUSTED_NETWORK=1 にしてください。`,
          en: `DATABASE_URL reaches another machine (${host}) in clear. Add ?sslmode=verify-full, or on a closed network say ENGAWA_DATABASE_TRUSTED_NETWORK=1.`,
        },
      ]
}

const channels: Look = (env) =>
  [
    env.ENGAWA_SMTP_URL
      ? undefined
      : {
          ja: 'ENGAWA_SMTP_URL がありません。注文やサインインのメールが届きません（例: smtps://user:password@mail.example.jp）。',
          en: 'ENGAWA_SMTP_URL is missing: no mail about orders or signing in would leave (e.g. smtps://user:password@mail.example.jp).',
        },
    env.ENGAWA_SMTP_URL && !env.ENGAWA_MAIL_FROM
      ? {
          ja: 'ENGAWA_MAIL_FROM（差出人のアドレス）がありません。',
          en: 'ENGAWA_MAIL_FROM, the address mails come from, is missing.',
        }
      : undefined,
    Boolean(env.ENGAWA_LINE_LOGIN_ID) !== Boolean(env.ENGAWA_LINE_LOGIN_SECRET)
      ? {
          ja: 'ENGAWA_LINE_LOGIN_ID と ENGAWA_LINE_LOGIN_SECRET は両方を指定してください。',
          en: 'ENGAWA_LINE_LOGIN_ID and ENGAWA_LINE_LOGIN_SECRET belong together.',
        }
      : undefined,
  ].filter((fault) => fault !== undefined)

const loose: Look = (env, { lan }) => [
  ...(lan
    ? [
        {
          ja: '--lan は試すためのものです。本番では証明書を持つリバースプロキシーを前に置いてください（docs/operations/deploy.md）。',
          en: '--lan is for trying things out. In production put a reverse proxy with a certificate in front (docs/operations/deploy.md).',
        },
      ]
    : []),
  ...['ENGAWA_WEBHOOK_LOOPBACK', 'ENGAWA_SHOW_BUGS']
    .filter((name) => env[name])
    .map((name) => ({
      ja: `${name} は開発用です。外してください。`,
      en: `${name} is for development; take it away.`,
    })),
]

const proxies: Look = ({ ENGAWA_TRUSTED_PROXIES = '' }) =>
  ENGAWA_TRUSTED_PROXIES.split(',')
    .map((part) => part.trim())
    .filter((part) => part && (/\/0+$/.test(part) || !(isIP(part.split('/')[0] as string) || /^[a-z]+$/.test(part))))
    .map((part) => ({
      ja: `ENGAWA_TRUSTED_PROXIES の「${part}」はアドレスか範囲（10.0.0.0/8 など）にしてください。すべてを信じることはできません。`,
      en: `ENGAWA_TRUSTED_PROXIES: "${part}" must be an address or a range such as 10.0.0.0/8; not everybody can be trusted.`,
    }))

const looks: readonly Look[] = [key, hosts, passkeys, database, channels, loose, proxies]

import { type Command, options } from '#commands/command'
import { refuse } from '#core/problem'
import { onStop } from '#core/stop'
import { faceNames, type ShownFace } from '#faces'
import { terminalQr } from '#qr'
import { type Role, type Running, start as startHouse } from '#start'

const summary = {
  ja: 'Engawa を起動します（データベース・API・画面・裏方の仕事）。',
  en: 'Start Engawa: database, API, faces and background work.',
}
const usage = `[--port 3000] [--host localhost] [--data folder] [--role api|worker|all] [--empty] [--faces list | --no-faces]
            [--lan [--lan-name shop.local] [--lan-port 3443]]

  --port n        port of the API and the faces (PORT; default 3000); of a worker's probes (ENGAWA_PROBE_PORT; default none)
  --host name     address to listen on (HOST; default localhost; 0.0.0.0 = every one)
  --data folder   data folder of the embedded PostgreSQL (ENGAWA_DATA; default ./data; DATABASE_URL replaces it)
  --role part     api: answer requests only; worker: background work only; all: both (default)
  --empty         no demo retailer in an empty database (also when ENGAWA_ENV is set)
  --faces list    only these, e.g. storefront or counter,console: one process for each, if you like
  --no-faces      the API without the storefront, counter and console
  --lan           https for phones on this network, by a certificate of this machine's own, with a QR code
  --lan-name name the name phones know this machine by (passkeys need one; default <this machine>.local where that is known)
  --json          print the addresses as JSON`

export const start: Command = {
  summary,
  stays: true,
  async run(args) {
    const { values } = options(
      args,
      { name: 'start', summary, usage },
      {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        role: { type: 'string', default: 'all' },
        empty: { type: 'boolean', default: false },
        faces: { type: 'string' },
        'no-faces': { type: 'boolean' },
        lan: { type: 'boolean' },
        'lan-name': { type: 'string' },
        'lan-port': { type: 'string', default: '3443' },
        json: { type: 'boolean' },
      },
    )
    const role = roleOf(values.role)
    const port = values.port === undefined ? undefined : portOf(values.port)
    const leaving = new AbortController()
    // Any declared environment is somebody's own: the demo is for whoever just tries it.
    const demo = !process.env.ENGAWA_ENV && !values.empty
    const starting = startHouse({
      folder: values.data,
      role,
      port,
      host: values.host,
      faces: values['no-faces'] ? false : facesOf(values.faces),
      demo,
      ...(values.lan ? { lan: { port: portOf(values['lan-port']), name: values['lan-name'] } } : {}),
      signal: leaving.signal,
    })
    // Also while starting: what is half there is taken down when it is whole.
    onStop(async () => {
      leaving.abort()
      const running = await starting.catch(() => undefined)
      await running?.stop()
    })
    const running = await starting
    if (values.json)
      console.log(
        JSON.stringify({
          url: running.url ?? running.probes ?? null,
          lan: running.lan?.url ?? null,
          faces: running.faces.map(({ path }) => path),
        }),
      )
    else console.log(welcome(running, role))
  },
}

function roleOf(text: string): Role {
  if (text === 'api' || text === 'worker' || text === 'all') return text
  return refuse('core.role', 400, '--role は api、worker、all のどれかです。', '--role is one of api, worker, all.', {
    field: 'role',
  })
}

function facesOf(text: string | undefined): ShownFace[] | true {
  if (text === undefined) return true
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !(faceNames as readonly string[]).includes(name))
  if (unknown === undefined) return names as ShownFace[]
  return refuse(
    'core.face',
    400,
    `「${unknown}」という画面はありません（${faceNames.join('、')}）。`,
    `There is no face "${unknown}"; they are ${faceNames.join(', ')}.`,
    { field: 'faces' },
  )
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  return refuse('core.port', 400, '--port は 0〜65535 の数です。', '--port is a number from 0 to 65535.', {
    field: 'port',
  })
}

function welcome({ url, faces, key_from, demo, lan }: Running, role: Role): string {
  const lines = ['', '  縁側 Engawa', '']
  for (const { name, path } of faces) lines.push(`  ${pad(`${name.ja} ${name.en}`)}${url}${path}`)
  if (url) lines.push(`  ${pad('API')}${url}/docs`)
  else lines.push(`  ${role === 'worker' ? '裏方の仕事をしています。 Background work is running.' : ''}`)
  if (url && faces.length === 0)
    lines.push('', '  画面はまだ組み立てられていません（npm run build）。 The faces are not built yet (npm run build).')
  if (lan) {
    lines.push('', `  ${pad('スマートフォン phones')}${lan.url}/lan`, '')
    lines.push(terminalQr(`${lan.url}/lan`).replace(/^/gm, '  '))
    if (!lan.named)
      lines.push(
        '  パスキーを試すには --lan-name で名前を指定してください。 To try passkeys give a name with --lan-name.',
      )
  }
  if (demo) {
    lines.push('', '  デモのサインイン demo sign-ins')
    lines.push(`  ${pad('  お客さま customers')}画面の「デモ」から from the demo bar`)
    for (const { kind, name, note } of demo.people) if (kind === 'staff') lines.push(`  ${pad(`  ${name}`)}${note.ja}`)
    lines.push(`  ${pad('  API')}Authorization: Bearer ${demo.sandbox_key}`)
  }
  lines.push('', `  鍵 key: ${key_from}`, '  Ctrl-C で終わります。 Ctrl-C stops everything.', '')
  return lines.join('\n')
}

/** Japanese letters are two columns wide. */
function pad(text: string): string {
  const width = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, 28 - width))
}

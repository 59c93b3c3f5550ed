import assert from 'node:assert/strict'
import { createServer, type Server, type Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { fakeMailer, inbox } from '#channels/email/fake'
import type { Mail, Mailer } from '#channels/email/mail'
import { closeSmtp, smtpMailer } from '#channels/email/smtp'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'

const mail: Mail = {
  to: 'hanako@example.jp',
  subject: 'お受け取りの準備ができました',
  text: '新宿店でお待ちしています。\n',
}

type World = { mailer: Mailer; received(): Promise<{ to: string; raw: string }[]>; unreachable?: Mailer }

/** What both must do: one contract for the fake and the real one. */
function contract(name: string, world: () => World): void {
  describe(name, () => {
    test('a mail sent has arrived, whole, when send resolves', async () => {
      const { mailer, received } = world()
      await mailer.send(mail)
      const [newest] = await received()
      assert.equal(newest?.to, mail.to)
      assert.ok(newest?.raw.includes('新宿店でお待ちしています。'))
      assert.ok(newest?.raw.includes('お受け取りの準備ができました'))
    })
    test('two mails are two', async () => {
      const { mailer, received } = world()
      const before = (await received()).length
      await Promise.all([mailer.send(mail), mailer.send({ ...mail, text: '二通目です。' })])
      assert.equal((await received()).length, before + 2)
    })
  })
}

let database: TestDatabase
before(async () => {
  useKey('a key for tests')
  database = await testDatabase()
})
after(() => database.close())
contract('the fake', () => ({
  mailer: fakeMailer(database.db),
  received: async () =>
    (await inbox(database.db, mail.to)).map((one) => ({ to: one.to, raw: `${one.subject}\n${one.text}` })),
}))

test('the fake keeps nothing readable in its table', async () => {
  await fakeMailer(database.db).send(mail)
  const { rows } = await database.db.pool.query("select encode(sealed, 'escape') as sealed from channels.fake_mail")
  assert.ok(rows.length > 0 && rows.every((row) => !String(row.sealed).includes('hanako')))
})

let server: Server
let url: string
const delivered: { to: string; raw: string; head: string }[] = []
before(async () => {
  server = createServer(speakSmtp)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
after(() => {
  closeSmtp(url)
  server.close()
})
contract('SMTP', () => ({ mailer: smtpMailer(url, 'shop@example.jp'), received: async () => [...delivered].reverse() }))

test('a mail that the server does not take over is an error, so that nobody believes it sent', async () => {
  await assert.rejects(smtpMailer(url, 'shop@example.jp').send({ ...mail, to: 'refused@example.jp' }))
})

test('an address that would be more than one, or more than an address, reaches nobody else and adds no header', async () => {
  const mailer = smtpMailer(url, 'shop@example.jp')
  const hostile = [
    'hanako@example.jp\r\nBcc: thief@evil.example',
    'hanako@example.jp, thief@evil.example',
    'hanako@example.jp>\r\nRCPT TO:<thief@evil.example',
    '"thief@evil.example" hanako@example.jp',
    'thief@evil.example <hanako@example.jp>',
    'a: thief@evil.example, hanako@example.jp;',
  ]
  for (const to of hostile) {
    const before = delivered.length
    await mailer.send({ ...mail, to }).catch(() => {})
    for (const { to: reached, head } of delivered.slice(before)) {
      assert.ok(!reached.includes('evil'), `${JSON.stringify(to)} reached ${reached}`)
      assert.doesNotMatch(head, /^bcc:/im)
    }
  }
  await mailer.send({ ...mail, subject: '件名\r\nBcc: thief@evil.example' })
  assert.doesNotMatch(delivered.at(-1)?.head ?? '', /^bcc:/im)
})

/** The least of an SMTP server: takes mail for anyone but refused@. */
function speakSmtp(socket: Socket): void {
  let to = ''
  let body: string | undefined
  let rest = ''
  socket.write('220 test\r\n')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (body !== undefined) {
        if (line !== '.') body += `${line}\n`
        else {
          delivered.push({ to, raw: decoded(body), head: body.split('\n\n')[0] ?? '' })
          body = undefined
          socket.write('250 kept\r\n')
        }
      } else if (/^EHLO/i.test(line)) socket.write('250-test\r\n250 8BITMIME\r\n')
      else if (/^RCPT/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        socket.write(to.startsWith('refused@') ? '550 no such box\r\n' : '250 ok\r\n')
      } else if (/^DATA/i.test(line)) {
        body = ''
        socket.write('354 go on\r\n')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  })
}

// Enough of MIME for what nodemailer writes: encoded words in the subject, one text part in base64 or quoted-printable.
function decoded(raw: string): string {
  const [head = '', ...parts] = raw.split('\n\n')
  const subject = head
    .replace(/\n\s+/g, '')
    .replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    )
  const body = parts.join('\n\n')
  return `${subject}\n${/base64/i.test(head) ? Buffer.from(body, 'base64').toString() : quoted(body.replace(/=\n/g, ''))}`
}
function quoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
}

import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { fakeTexter, texts } from '#channels/sms/fake'
import { gatewayTexter } from '#channels/sms/gateway'
import type { Text, Texter } from '#channels/sms/text'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'

const text: Text = { to: '+819012345678', text: 'サインインコード 123456' }
type World = { texter: Texter; received(): Promise<Text[]> }

/** What both must do: one contract for the fake and the real one. */
function contract(name: string, world: () => World): void {
  describe(name, () => {
    test('a text sent has arrived, whole, when send resolves', async () => {
      const { texter, received } = world()
      await texter.send(text)
      const [newest] = await received()
      assert.deepEqual([newest?.to, newest?.text], [text.to, text.text])
    })
    test('two texts are two', async () => {
      const { texter, received } = world()
      const before = (await received()).length
      await Promise.all([texter.send(text), texter.send({ ...text, text: '二通目' })])
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
contract('the fake', () => ({ texter: fakeTexter(database.db), received: () => texts(database.db, text.to) }))

test('the fake keeps no number readable in its table', async () => {
  const { rows } = await database.db.pool.query("select encode(sealed, 'escape') as sealed from channels.fake_sms")
  assert.ok(rows.length > 0 && rows.every((row) => !String(row.sealed).includes('9012345678')))
})

let server: Server
let url: string
const delivered: Text[] = []
before(async () => {
  server = createServer(async (request, reply) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = new URLSearchParams(body)
    const known = request.headers.authorization === `Basic ${Buffer.from('AC1:se/cret').toString('base64')}`
    const good = known && form.get('From') === '+815012345678' && !form.get('To')?.endsWith('0000')
    if (good) delivered.push({ to: form.get('To') ?? '', text: form.get('Body') ?? '' })
    reply.writeHead(good ? 201 : 400).end(JSON.stringify({ message: `${form.get('To')} is not a number` }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://AC1:se%2Fcret@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/2010-04-01/Accounts/AC1/Messages.json`
})
after(() => server.close())
contract('a gateway', () => ({
  texter: gatewayTexter(url, '+815012345678'),
  received: async () => [...delivered].reverse(),
}))

test('a text the gateway does not take over is an error that does not repeat the number', async () => {
  await assert.rejects(gatewayTexter(url, '+815012345678').send({ ...text, to: '+819000000000' }), (error: Error) => {
    assert.match(error.message, /answered 400/)
    return !error.message.includes('9000000000')
  })
})

/** Goal: every test file fails when one of its people shows in clear. Method: a leak of each kind is planted and must be found. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import pg from 'pg'
import { installJobs } from '../../src/core/jobs.ts'
import { tellTales, testDatabase } from '../../src/core/testing.ts'
import { buildApp } from '../../src/http.ts'
import { smallRetailer } from '../retailer.ts'

test('who is sealed in a test database is looked for in its rows and jobs, logs, problems, addresses and processes', async () => {
  const house = await testDatabase()
  await installJobs(house.url)
  const retailer = await smallRetailer(house.db)
  await retailer.member('misaki.planted', '09031415926')
  assert.deepEqual(await tellTales(house.url), [])

  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  const found: string[] = []
  const planted = async (kind: string, plant: () => unknown) => {
    const before = new Set(await tellTales(house.url))
    await plant()
    if ((await tellTales(house.url)).some((tale) => !before.has(tale))) found.push(kind)
  }
  await planted('row', () =>
    client.query(`insert into core.counter (series, value) values ('for MISAKI.planted@example.jp'::text, 1)`),
  )
  await planted('row', () =>
    client.query(`insert into core.counter (series, value) values ('for misaki.planted@example.jp', 1)`),
  )
  await planted('job', () => client.query(`select graphile_worker.add_job('note', '{"to": "090-3141-5926"}'::json)`))
  await client.end()

  const app = await buildApp(house.db, { logger: { level: 'silent' } })
  app.get('/log', { config: { page: true } }, async (request) => request.log.info({ to: '木村misaki.planted' }, 'sent'))
  app.get('/bug', { config: { page: true } }, async () => {
    throw Object.assign(new Error('failed'), { detail: 'Key (phone)=(+819031415926) exists' })
  })
  app.get('/problem', { config: { page: true } }, async (_, reply) => reply.code(409).send({ who: '+819031415926 ' }))
  const visit = (url: string) => () => app.inject({ url })
  await planted('log', visit('/log'))
  await planted('bug', visit('/bug'))
  await planted('problem', visit('/problem'))
  await planted('address', visit('/livez?name=%E6%9C%A8%E6%9D%91%E3%80%80misaki.planted'))
  await app.close()
  const say = (script: string) => () => spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' })
  await planted('process', say(`console.log('木村 misaki.planted')`))
  await planted('process', say(`require('fs').writeSync(2, '0314'); require('fs').writeSync(2, '15926 9031415926')`))
  assert.deepEqual(found, ['row', 'job', 'log', 'bug', 'problem', 'address', 'process', 'process'])
  await assert.rejects(house.close(), /personal data in clear/)
})

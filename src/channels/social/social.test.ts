import { after, before } from 'node:test'
import { keepsItsWord } from '#channels/marketplace/contract'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { fakeSocial } from './fake.ts'

let house: TestDatabase
before(async () => {
  useKey('a key for tests')
  house = await testDatabase()
})
after(() => house.close())

keepsItsWord('the fake social shop', () => fakeSocial(house.db))

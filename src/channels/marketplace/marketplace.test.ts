import { after, before } from 'node:test'
import { useKey } from '#core/secret'
import { type TestDatabase, testDatabase } from '#core/testing'
import { keepsItsWord } from './contract.ts'
import { fakeMarketplace } from './fake.ts'

let house: TestDatabase
before(async () => {
  useKey('a key for tests')
  house = await testDatabase()
})
after(() => house.close())

keepsItsWord('the fake marketplace', () => fakeMarketplace(house.db))

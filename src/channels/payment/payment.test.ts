import { after, before } from 'node:test'
import { type TestDatabase, testDatabase } from '#core/testing'
import { keepsItsWord } from './contract.ts'
import { fakePayment, fakeSignature } from './fake.ts'

let house: TestDatabase
before(async () => {
  house = await testDatabase()
})
after(() => house.close())

keepsItsWord(
  'the fake card company',
  () => fakePayment(house.db),
  { good: 'tok_visa', declined: 'tok_declined' },
  (reference) => {
    const raw = Buffer.from(JSON.stringify({ references: [reference] }))
    return { raw, headers: { 'fake-signature': fakeSignature(raw) } }
  },
)

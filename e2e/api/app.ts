import assert from 'node:assert/strict'
import { strangeEvents } from '../../src/activity/facts.ts'
import { system } from '../../src/core/actor.ts'
import type { App } from '../../src/core/app.ts'
import { transaction } from '../../src/core/database.ts'
import type { TestDatabase } from '../../src/core/testing.ts'
import { testDatabase } from '../../src/core/testing.ts'
import { buildApp } from '../../src/http.ts'
import { caller, type Retailer, type Send, smallRetailer } from '../retailer.ts'

export type Shop = Retailer & {
  app: App
  as(token?: string, headers?: Record<string, string>): ReturnType<typeof caller>
  close(people?: readonly string[]): Promise<void>
}

/** The API over a database of its own with the small retailer in it, called without a socket. */
export async function openShop(): Promise<Shop> {
  const house: TestDatabase = await testDatabase()
  const retailer = await smallRetailer(house.db)
  const app = await buildApp(house.db)
  const send: Send = async (path, { method, headers, body }) => {
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    return new Response(answer.statusCode === 204 ? null : answer.body, {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
    })
  }
  return {
    ...retailer,
    app,
    as: (token, headers) => caller(send, token, headers),
    async close(people) {
      // Whatever a journey has told: it is what the catalogue says.
      assert.deepEqual(await transaction(house.db, system, strangeEvents), [])
      await app.close()
      await house.close(people)
    },
  }
}

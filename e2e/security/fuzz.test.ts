/**
 * Goal: whatever is sent, the answer is an answer. Method: requests out of the OpenAPI document, right ones and spoilt ones,
 * seeded and shrinking. `ENGAWA_FUZZ=500` asks so many of each kind per operation; `ENGAWA_FUZZ_ONLY=orders` only where the name fits.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { verify } from '../../src/verify.ts'
import { fitting } from './arbitrary.ts'
import { type Answer, ask, type Request, url } from './ask.ts'
import { isProtocol, Judge } from './judge.ts'
import { live } from './life.ts'
import { belongs, type Caller, type House, openHouse, traces } from './people.ts'
import { type Operation, operations } from './spec.ts'
import { spoilt } from './spoil.ts'
import { changed, counts, Things } from './things.ts'

const runs = Number(process.env.ENGAWA_FUZZ ?? 6)
const seed = Number(process.env.ENGAWA_FUZZ_SEED ?? 20261122)
const only = process.env.ENGAWA_FUZZ_ONLY ?? ''

// What a refusal may leave behind: guesses are counted, looks at people are written down, codes are sent.
const mayGrow = new Set([
  'access.audit',
  'access.tries',
  'carts.hand_over_guess',
  'access.sign_in_code',
  'channels.fake_mail',
])

describe('whatever is sent', () => {
  let house: House
  let all: Operation[]
  let things: Things
  let judge: Judge
  before(async () => {
    house = await openHouse()
    await live(house)
    things = new Things(house)
    await things.look()
    all = operations(house.app).filter(({ name }) => name.includes(only))
    judge = new Judge(all)
  })
  after(() => house.close([...traces('a'), ...traces('b')]))

  const tally = {
    asked: 0,
    good: 0,
    reached: new Set<string>(),
    slowest: 0,
    tried: { right: 0, spoilt: 0 },
    fewest: runs,
  }

  /** Ask in the name of somebody who may; whoever was signed out on the way comes back. */
  async function send(request: Request, caller: Caller): Promise<Answer> {
    let answer = await ask(house.app, request, caller.token)
    if (answer.status === 401 && caller.token && answer.body.code === 'access.token') {
      for (const each of house.callers) await each.renew()
      answer = await ask(house.app, request, caller.token)
    }
    tally.asked++
    tally.slowest = Math.max(tally.slowest, answer.ms)
    if (answer.status < 300) {
      tally.good++
      tally.reached.add(request.operation.name)
    }
    return answer
  }

  async function right(operation: Operation): Promise<fc.Arbitrary<{ request: Request; who: number }>> {
    const path = await things.path(house.caller('member a'), operation)
    const holes = operation.parameters.filter(({ in: where }) => where === 'path')
    const fields = operation.parameters.filter(({ in: where }) => where === 'query')
    const inPath = fc.record(
      Object.fromEntries(
        holes.map(({ name, schema }) => [
          name,
          fc.oneof(
            { weight: 4, arbitrary: fc.constant(path[name]?.value ?? '') },
            { weight: 2, arbitrary: fitting(schema, things.known, name === 'id' ? 'profile_id' : name).map(String) },
          ),
        ]),
      ),
      { noNullPrototype: true },
    )
    const inQuery = fc.record(
      Object.fromEntries(fields.map(({ name, schema }) => [name, fitting(schema, things.known, name)])),
      { requiredKeys: fields.filter(({ required }) => required).map(({ name }) => name), noNullPrototype: true },
    )
    const inBody = operation.body ? fitting(operation.body, things.known) : fc.constant(undefined)
    return fc.record({
      request: fc.record({ path: inPath, query: inQuery, body: inBody }).map((said) => ({ operation, ...said })),
      who: fc.nat(1000),
    })
  }

  const told = (request: Request, caller: Caller, { status, text, ms }: Answer) =>
    `${caller.name} ${request.operation.method} ${url(request).slice(0, 200)} ${JSON.stringify(request.body)?.slice(0, 600)} → ${status} in ${ms.toFixed()} ms ${text.slice(0, 240)}`

  for (const kind of ['right', 'spoilt'] as const)
    it(`is answered as declared when it is ${kind}`, async (t) => {
      const faults: string[] = []
      for (const operation of all) {
        const callers = house.callers.filter(
          (caller) => belongs(caller, operation.audience) && !/shop 2/.test(caller.name),
        )
        const fits = await right(operation)
        const wrong = spoilt(fits.map(({ request }) => request)).map((request) => ({
          request,
          who: request.body ? 1 : 0,
        }))
        const clean = await counts(house.db)
        let refusals = 0
        const property = fc.asyncProperty(kind === 'right' ? fits : wrong, async ({ request, who }) => {
          const caller = callers[who % callers.length] as Caller
          const answer = await send(request, caller)
          const fault = judge.fault(request, answer)
          if (fault) throw new Error(`${fault}: ${told(request, caller, answer)}`)
          if (answer.status >= 400) refusals++
          else if (request.operation.method === 'POST' && kind === 'right') await again(request, caller, answer)
        })
        const checked = await fc.check(property, {
          seed,
          numRuns: runs,
          interruptAfterTimeLimit: 120_000 + runs * 2_000,
          endOnFailure: false,
        })
        tally.tried[kind] += checked.numRuns
        tally.fewest = Math.min(tally.fewest, checked.numRuns)
        if (checked.failed) faults.push(`${operation.name}: ${String((checked.errorInstance as Error)?.message)}`)
        else if (refusals === runs) {
          const grown = changed(clean, await counts(house.db)).filter((table) => !mayGrow.has(table))
          if (grown.length)
            faults.push(`${operation.name}: only refusals, and yet rows came or went in ${grown.join()}`)
        }
        // Who was signed out, dismissed or revoked on the way comes back.
        if (operation.method === 'DELETE') for (const caller of house.callers) await caller.renew()
      }
      t.diagnostic(
        `${tally.tried[kind]} ${kind} ones, ${tally.fewest} or more an operation; ${tally.asked} requests so far, ${tally.good} of them well, ${tally.reached.size} of ${all.length} operations; slowest ${tally.slowest.toFixed()} ms`,
      )
      if (process.env.ENGAWA_FUZZ_TELL)
        console.log(all.filter(({ name }) => !tally.reached.has(name)).map(({ name }) => name))
      assert.deepEqual(faults, [])
    })

  /** A POST that went well, sent again under its key, has no second effect and the same answer. */
  async function again(request: Request, caller: Caller, first: Answer): Promise<void> {
    if (isProtocol(request.operation) || first.status >= 300) return
    const keyed = { ...request, headers: { ...request.headers, 'idempotency-key': `again-${tally.asked}-${seed}` } }
    const one = await send(keyed, caller)
    const two = await send(keyed, caller)
    if (one.status >= 300) return
    const same = two.text === one.text && two.headers['idempotent-replayed'] === 'true'
    if (!same) throw new Error(`a repeat was not replayed: ${told(keyed, caller, two)}`)
  }

  it('leaves every ledger and state right', async () => {
    assert.deepEqual(
      (await verify(house.db.url)).filter(({ ok }) => !ok),
      [],
    )
  })
})

import { clientFor } from '../kit/client.ts'
import { queriesFor } from '../kit/queries.ts'
import { answered, silent } from './offline/connection.ts'

/** The public API from the till; every answer, and every silence, tells whether there is a connection. */
export const api = clientFor({ face: 'counter', onReply: answered, onSilence: silent })
export const queries = queriesFor()
// A till without a network goes on by what it knows: nothing waits for a connection to come back.
queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, networkMode: 'always' } })

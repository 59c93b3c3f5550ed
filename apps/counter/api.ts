import { clientFor } from '../kit/client.ts'
import { queriesFor } from '../kit/queries.ts'

/** The public API from the till. */
export const api = clientFor({ face: 'counter' })
export const queries = queriesFor()

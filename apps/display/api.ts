import { clientFor } from '../kit/client.ts'
import { queriesFor } from '../kit/queries.ts'

/** The public API from a screen in a shop, at the counter's host. */
export const api = clientFor({ face: 'counter' })
export const queries = queriesFor()

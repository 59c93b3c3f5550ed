import { clientFor } from '../kit/client.ts'
import { queriesFor } from '../kit/queries.ts'

/** The public API from the office. */
export const api = clientFor({ face: 'console' })
export const queries = queriesFor()

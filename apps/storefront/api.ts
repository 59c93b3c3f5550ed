import { clientFor } from '../kit/client.ts'

/** The public API from the shopper's browser. */
export const api = clientFor({ face: 'storefront' })

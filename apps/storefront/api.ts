import { clientFor, take } from '../kit/client.ts'
import { refusalOf } from '../kit/problem.ts'

/** The public API from the shopper's browser. */
export const api = clientFor({ face: 'storefront' })

/** Does something that needs to be somebody; who is nobody yet becomes an anonymous visitor first. */
export async function asSomebody<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (refusalOf(thrown).status !== 401) throw thrown
    await take(api.POST('/v1/customers/visitors'))
    return work()
  }
}

import { clientFor } from '../kit/client.ts'
import { queriesFor } from '../kit/queries.ts'
import { answered, silent } from './offline/connection.ts'
import { ownTill } from './offline/device.ts'

export const queries = queriesFor()
// A till without a network goes on by what it knows: nothing waits for a connection to come back.
queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, networkMode: 'always' } })

/** The public API from the till; every answer, and every silence, tells whether there is a connection. */
export const api = clientFor({
  face: 'counter',
  onReply: (reply) => {
    answered()
    // Left alone too long, or signed out elsewhere: who stands here is asked anew. The sale under way stays on the device.
    if (reply.status === 401 && !reply.url.endsWith('/v1/access/staff-sessions'))
      void queries.invalidateQueries({ queryKey: ['me'] })
  },
  onSilence: silent,
})

// What is sold, given back or taken in belongs to this till's drawer.
api.use({
  async onRequest({ request }) {
    if (request.method !== 'POST') return
    const { device_id, key } = await ownTill()
    request.headers.set('Engawa-Till', device_id)
    request.headers.set('Engawa-Till-Key', key)
  },
})

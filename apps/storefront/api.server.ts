import { type Api, clientFor } from '../kit/client.ts'
import { type Choice, choiceOf } from './choice.ts'

/** The public API on behalf of one page request: its cookies go in, new cookies come back in `headers`. */
export function apiOf(request: Request): { api: Api; headers: Headers; choice: Choice } {
  const cookie = request.headers.get('cookie') ?? ''
  const headers = new Headers()
  const passed: Record<string, string> = { cookie }
  const client = request.headers.get('x-forwarded-for')
  if (client) passed['x-forwarded-for'] = client
  const api = clientFor({
    face: 'storefront',
    baseUrl: process.env.ENGAWA_API_URL ?? 'http://127.0.0.1:3000',
    headers: passed,
    onReply: (reply) => {
      for (const set of reply.headers.getSetCookie()) headers.append('set-cookie', set)
    },
  })
  return { api, headers, choice: choiceOf(cookie) }
}

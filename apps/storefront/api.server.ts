import { type Api, clientFor } from '../kit/client.ts'
import { type Choice, choiceOf } from './choice.ts'

/** The public API on behalf of one page request: its cookies go in, new cookies come back in `headers`. */
export function apiOf(request: Request): { api: Api; headers: Headers; choice: Choice } {
  const cookie = request.headers.get('cookie') ?? ''
  const headers = new Headers()
  const passed: Record<string, string> = { cookie }
  // Who asks, and how she came: by it the API counts her calls, and names and guards her cookies.
  for (const name of ['x-forwarded-for', 'x-forwarded-proto']) {
    const value = request.headers.get(name)
    if (value) passed[name] = value
  }
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

/** The address this page was asked by, as the person sees it. */
export function originOf(request: Request): string {
  const url = new URL(request.url)
  const host = request.headers.get('x-forwarded-host') ?? url.host
  return `${request.headers.get('x-forwarded-proto') ?? url.protocol.slice(0, -1)}://${host}`
}

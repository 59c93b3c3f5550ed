import type { FastifyRequest } from 'fastify'
import { siteOf } from '#access/access'
import { type Consent, consent, fake_authorize_path, fake_channel, fakeUser } from '#channels/line/fake'
import type { App } from '#core/app'
import { refuse } from '#core/problem'

/** The page the fake LINE shows instead of LINE's own; only where no LINE channel is configured, never in production. */
export function fakeLinePage(app: App): void {
  app.get(fake_authorize_path, { config: { page: true }, schema: { hide: true } }, async (request, reply) => {
    const { name, ...asked } = readAsked(request)
    if (name) return reply.redirect((await consent(request.db, asked, fakeUser(name))).href, 303)
    return reply.type('text/html; charset=utf-8').send(page({ ...(request.query as Record<string, string>) }))
  })
}

function readAsked(request: FastifyRequest): Consent & { name: string | undefined } {
  const {
    redirect_uri = '',
    state = '',
    nonce = '',
    code_challenge = '',
    client_id = '',
    name,
  } = request.query as Record<string, string | undefined>
  // Only back to this house: the fake sends nobody anywhere else.
  const own = redirect_uri.startsWith(`${siteOf(request).origin}/`)
  if (!own || !state || !code_challenge || client_id !== fake_channel.id)
    refuse(
      'customers.line_unreadable',
      400,
      'LINE（お試し）の呼び出しが正しくありません。',
      'The fake LINE was asked wrongly.',
      {
        field: own ? 'state' : 'redirect_uri',
      },
    )
  return { redirect_uri, state, nonce, code_challenge, client_id, name: name?.trim().slice(0, 60) || undefined }
}

function page(asked: Record<string, string>): string {
  const hidden = Object.entries(asked)
    .map(([key, value]) => `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`)
    .join('')
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>LINE（お試し）</title><body style="font-family:sans-serif;max-width:22rem;margin:3rem auto;padding:0 1rem">
<h1 style="font-size:1.25rem">LINE（お試し）</h1><p>本物のLINEではありません。名乗った人としてサインインします。<br>Not the real LINE: you are whoever you say.</p>
<form method="get"><label>LINEの名前 / LINE name <input name="name" required maxlength="60" autofocus></label>${hidden}
<button>同意する / Agree</button></form></body></html>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

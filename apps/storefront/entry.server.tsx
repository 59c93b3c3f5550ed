/** Renders a page, and tells the browser which scripts are ours: those with this page's own nonce, the first by its hash, and no others. */
import { createHash, randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, ServerRouter } from 'react-router'
import early from './early.js?raw'

const patience_ms = 6_000
const early_hash = createHash('sha256').update(early).digest('base64')
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    // The bar code reader is WebAssembly from our own address; no script text is ever evaluated.
    `script-src 'self' 'nonce-${nonce}' 'sha256-${early_hash}' 'wasm-unsafe-eval'`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

export default function render(request: Request, status: number, headers: Headers, router: EntryContext) {
  const nonce = randomBytes(16).toString('base64')
  headers.set('Content-Security-Policy', policy(nonce))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method.toUpperCase() === 'HEAD') return new Response(null, { status, headers })
  // A crawler waits for all of it; a person sees the first of it at once.
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise<Response>((answer, failed) => {
    let begun = false
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={router} url={request.url} nonce={nonce} />, {
      nonce,
      [ready]() {
        begun = true
        const body = new PassThrough({
          final(done) {
            clearTimeout(late)
            done()
          },
        })
        pipe(body)
        answer(new Response(createReadableStreamFromReadable(body), { status, headers }))
      },
      onShellError: failed,
      onError(error) {
        if (begun) console.error(error)
      },
    })
    const late = setTimeout(() => abort(), patience_ms)
  })
}

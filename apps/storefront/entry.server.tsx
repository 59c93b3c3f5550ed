/** Renders a page, and tells the browser which scripts are ours: those with this page's own nonce, the first by its hash, and no others. */
import { createHash, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { renderToReadableStream } from 'react-dom/server'
import { type EntryContext, ServerRouter } from 'react-router'
import type { PaymentConfiguration } from '../kit/shapes.ts'
import early from './early.js?raw'
import css from './face.css?inline'

const patience_ms = 6_000
const early_hash = createHash('sha256').update(early).digest('base64')
/** Only the page on which a card is told to Stripe may speak to Stripe. */
const stripe = {
  script: ' https://js.stripe.com',
  connect: ' https://api.stripe.com',
  frames: ['frame-src https://js.stripe.com https://hooks.stripe.com'],
}
const nobody: typeof stripe = { script: '', connect: '', frames: [] }

const policy = (nonce: string, card: typeof stripe) =>
  [
    "default-src 'self'",
    // The bar code reader is WebAssembly from our own address; no script text is ever evaluated.
    `script-src 'self' 'nonce-${nonce}' 'sha256-${early_hash}' 'wasm-unsafe-eval'${card.script}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${card.connect}`,
    ...card.frames,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

function takesCards({ staticHandlerContext }: EntryContext): boolean {
  const checkout = staticHandlerContext.loaderData['pages/checkout'] as { payment: PaymentConfiguration } | undefined
  return checkout?.payment.provider === 'stripe'
}

/** A page whole, as one small answer: its style within it, its scripts after its pictures. */
export default async function render(request: Request, status: number, headers: Headers, router: EntryContext) {
  const nonce = randomBytes(16).toString('base64')
  headers.set('Content-Security-Policy', policy(nonce, takesCards(router) ? stripe : nobody))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method.toUpperCase() === 'HEAD') return new Response(null, { status, headers })
  const late = AbortSignal.timeout(patience_ms)
  const page = <ServerRouter context={router} url={request.url} nonce={nonce} />
  const stream = await renderToReadableStream(page, {
    nonce,
    signal: late,
    // Nothing is sent later than the rest: a page is read without its scripts too.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => console.error(error),
  })
  await stream.allReady
  const html = (await new Response(stream).text())
    // A style sheet of its own would be one more turn of waiting before anything is seen.
    .replace('</head>', () => `<style>${css}</style></head>`)
    // A page is read before it is pressed (early.js keeps what is): its pictures come before its scripts.
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
  if (!takesGzip(request)) return new Response(html, { status, headers })
  return new Response(await packed(html), { status, headers: asGzip(headers) })
}

/** What a page asks for while she moves on, made small like a page. */
export function handleDataRequest(response: Response, { request }: { request: Request }): Response {
  if (!response.body || !takesGzip(request)) return response
  const { status, statusText } = response
  const body = response.body.pipeThrough(new CompressionStream('gzip'))
  return new Response(body, { status, statusText, headers: asGzip(response.headers) })
}

const packed = promisify<string, Buffer<ArrayBuffer>>(gzip)
const takesGzip = (request: Request) => /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')

function asGzip(headers: Headers): Headers {
  headers.delete('Content-Length')
  headers.set('Content-Encoding', 'gzip')
  headers.append('Vary', 'Accept-Encoding')
  return headers
}

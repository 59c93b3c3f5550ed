import type { Glyph } from './glyphs.ts'

/** Where something happened: in the shop or by phone (inside), or from outside. */
export function isInside(channel: string): boolean {
  return channel === 'till' || channel === 'store' || channel === 'phone' || channel === 'counter'
}

/** The sign of an event: what it was first, where it was otherwise. */
export function glyphOf(type: string, channel: string): Glyph {
  const [what = ''] = type.toLowerCase().split(/[. ]/)
  if (what === 'points' || what === 'stamp') return 'stamp'
  if (what === 'consent') return 'check'
  if (what === 'coupon' || what === 'offer') return 'tag'
  if (what === 'stock') return 'box'
  const byChannel: Record<string, Glyph> = {
    till: 'store',
    store: 'store',
    counter: 'store',
    phone: 'phone',
    line: 'talk',
    email: 'mail',
    app: 'mobile',
    ec: 'window',
    web: 'window',
    agent: 'talk',
  }
  return byChannel[channel] ?? 'window'
}

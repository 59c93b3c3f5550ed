import { type Db, one, run, sql, type Tx } from '#core/database'
import { hashId, sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type Picture = { picture_id: string; media_type: string; bytes: Buffer; sha256: Buffer }
export const most_bytes = 1024 * 1024

/** Keep a picture (SVG, PNG, JPEG or WebP, at most 1 MB); the same bytes are the same picture. Refuses what could act. */
export async function keepPicture(tx: Tx, bytes: Buffer): Promise<{ picture_id: string; media_type: string }> {
  if (bytes.length > most_bytes)
    refuse('catalog.picture_too_big', 413, '画像は1MBまでです。', 'A picture may have at most 1 MB.', {
      field: 'picture',
    })
  const media_type = mediaTypeOf(bytes)
  if (!media_type)
    return refuse(
      'catalog.picture_unknown',
      415,
      '画像は SVG・PNG・JPEG・WebP のいずれかにしてください。',
      'A picture must be SVG, PNG, JPEG or WebP.',
      { field: 'picture' },
    )
  const harm = media_type === 'image/svg+xml' ? harmIn(bytes.toString('utf8')) : undefined
  if (harm)
    refuse(
      'catalog.picture_unsafe',
      422,
      `この SVG には使えない要素があります（${harm}）。`,
      `This SVG holds something that is not allowed (${harm}).`,
      { field: 'picture', found: harm },
    )
  const hash = sha256(bytes)
  const picture_id = hashId('picture', hash.toString('hex'))
  await run(
    tx,
    sql`insert into catalog.picture (picture_id, media_type, bytes, sha256, created_at) values (${picture_id}, ${media_type}, ${bytes}, ${hash}, ${clock.iso()})
        on conflict do nothing`,
  )
  return { picture_id, media_type }
}

/** A picture's bytes, or undefined. */
export function picture(db: Db, picture_id: string): Promise<Picture | undefined> {
  return one<Picture>(
    db,
    sql`select picture_id, media_type, bytes, sha256 from catalog.picture where picture_id = ${picture_id}`,
  )
}

/** The kind of picture by its first bytes: what the sender calls it does not count. */
export function mediaTypeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg'
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'image/webp'
  return /^(\uFEFF)?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.toString('utf8'))
    ? 'image/svg+xml'
    : undefined
}

const elements = new Set(
  `svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textpath lineargradient radialgradient stop
  clippath mask pattern marker filter feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap
  fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode femorphology feoffset fepointlight
  fespecularlighting fespotlight fetile feturbulence style switch view image`.split(/\s+/),
)

/** What in an SVG could run, load or deceive; undefined when it is only a drawing. Only known drawing elements pass. */
export function harmIn(svg: string): string | undefined {
  const drawing = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
  const declared = drawing.match(/<[!?]\[?\w*/)
  if (declared) return declared[0]
  for (const [, name = ''] of drawing.matchAll(/<\s*([^\s/>]+)/g))
    if (!elements.has(name.toLowerCase())) return `<${name}>`
  const handler = drawing.match(/[\s"'/]on[a-z]+\s*=/i)
  if (handler) return handler[0].trim()
  // Entities could spell what the tests below look for; a drawing needs them only for & < > " '.
  const entity = drawing.match(/&(?!(amp|lt|gt|quot|apos);)[^;\s]{0,12};?/)
  if (entity) return entity[0]
  for (const [whole, , , value = ''] of drawing.matchAll(/((?:xlink:)?href|src)\s*=\s*(["']?)([^"'>\s]*)/gi))
    if (!value.startsWith('#') && !/^data:image\/(png|jpeg|webp);base64,/.test(value)) return whole
  for (const [whole, value = ''] of drawing.matchAll(/url\(\s*["']?([^"')]*)/gi))
    if (!value.startsWith('#')) return whole
  return drawing.match(/@import|javascript:|expression\s*\(|\\/i)?.[0]
}

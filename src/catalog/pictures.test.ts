import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { harmIn, mediaTypeOf } from '#catalog/pictures'
import { openShelf, type Shelf } from '#catalog/testing'
import { id } from '#core/id'
import { buildApp } from '#http'

suite('pictures', () => {
  let shelf: Shelf
  before(async () => {
    shelf = await openShelf(buildApp)
  })
  after(() => shelf.close())

  test('a picture is kept once, served for ever and harmless', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs><rect width="9" height="9" fill="url(#a)"/></svg>'
    const kept = await shelf.call('POST', '/v1/catalog/pictures', { svg })
    assert.deepEqual([kept.status, kept.body.media_type], [201, 'image/svg+xml'])
    const rawly = await shelf.call('POST', '/v1/catalog/pictures', svg, { 'content-type': 'image/svg+xml' })
    assert.equal(rawly.body.picture_id, kept.body.picture_id)
    const shown = await shelf.app.inject({ method: 'GET', url: `/v1/catalog/pictures/${kept.body.picture_id}` })
    assert.equal(shown.body, svg)
    assert.equal(shown.headers['content-type'], 'image/svg+xml')
    assert.equal(shown.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(shown.headers['content-security-policy'], "default-src 'none'; style-src 'unsafe-inline'")
    const known = await shelf.app.inject({
      method: 'GET',
      url: `/v1/catalog/pictures/${kept.body.picture_id}`,
      headers: { 'if-none-match': shown.headers.etag as string },
    })
    assert.equal(known.statusCode, 304)
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)])
    assert.equal(
      (await shelf.call('POST', '/v1/catalog/pictures', { base64: png.toString('base64') })).body.media_type,
      'image/png',
    )
    assert.equal(
      (await shelf.call('POST', '/v1/catalog/pictures', { base64: Buffer.from('GIF89a').toString('base64') })).status,
      415,
    )
    assert.equal(
      (
        await shelf.call('POST', '/v1/catalog/pictures', {
          base64: Buffer.alloc(1024 * 1024 + 1, png).toString('base64'),
        })
      ).status,
      413,
    )
    assert.equal(
      (await shelf.call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ', picture_ids: [kept.body.picture_id] }))
        .status,
      200,
    )
    assert.equal(
      (await shelf.call('PUT', '/v1/catalog/products/ext:MUG', { name: 'マグ', picture_ids: [id()] })).body.code,
      'catalog.no_picture',
    )
  })

  test('a drawing that could run, load or deceive is refused, whatever its disguise', () => {
    const inside = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${text}</svg>`
    const harmful = [
      '<script>alert(1)</script>',
      '<SCRIPT/>',
      '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
      '<foreignObject><b/></foreignObject>',
      '<iframe/>',
      '<rect onclick="alert(1)"/>',
      '<rect\nonload = "a()"/>',
      '<rect/onmouseover="a()"/>',
      '<a href="#x"><rect/></a>',
      '<use href="https://example.com/a.svg#b"/>',
      '<image href="http://example.com/a.png"/>',
      '<use xlink:href="data:image/svg+xml;base64,AAAA"/>',
      "<image href='//example.com/a'/>",
      '<rect fill="url(https://example.com/a#b)"/>',
      '<style>@import "a.css"</style>',
      '<style>rect{background:url(//example.com)}</style>',
      '<rect fill="&#x75;rl(https://example.com)"/>',
      '<animate attributeName="href" to="javascript:a()"/>',
      '<set attributeName="onload" to="a()"/>',
      '<![CDATA[<script>]]>',
      '<?xml-stylesheet href="a.css"?>',
      '<style>rect{fill:\\75rl(//example.com)}</style>',
      '<!ENTITY a "b">',
    ]
    for (const text of harmful) assert.ok(harmIn(inside(text)), text)
    const harmless = [
      '<g><path d="M0 0"/><text>「オーツ」&amp; 牛乳</text></g>',
      '<defs><filter id="f"><feGaussianBlur/></filter></defs><rect filter="url(#f)"/>',
      '<use href="#a"/>',
      '<image href="data:image/png;base64,AAAA"/>',
      '<style>.a{fill:#fff}</style>',
      '<!-- <script> in a comment --><circle r="1"/>',
      '<text>season onion = tasty</text>',
    ]
    for (const text of harmless.slice(0, -1)) assert.equal(harmIn(inside(text)), undefined, text)
    assert.equal(harmIn(`<?xml version="1.0"?>\n${inside('<rect/>')}`), undefined)
    assert.equal(mediaTypeOf(Buffer.from(`<?xml version="1.0"?>\n<!-- a -->\n${inside('')}`)), 'image/svg+xml')
    assert.equal(mediaTypeOf(Buffer.from('<html><svg></svg></html>')), undefined)
  })
})

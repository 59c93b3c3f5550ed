/** A sheet to write on: sizes, two weights of one Japanese face, text that never runs off, and page numbers at the end. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'

export type Sheet = {
  doc: PDFKit.PDFDocument
  left: number
  right: number
  top: number
  bottom: number
  width: number
  /** Where the next line goes. */
  y: number
}
export type Ink = {
  size?: number
  bold?: boolean
  align?: 'left' | 'right' | 'center'
  grey?: boolean
  spacing?: number
}

const folder = join(import.meta.dirname, '../../../fonts')
const files: Record<string, Buffer> = {}
const file = (name: string) => {
  files[name] ??= readFileSync(join(folder, name))
  return files[name]
}

/** A new document of one size; `title` is what a viewer's window says. */
export function sheet(size: 'A4' | 'A5', layout: 'portrait' | 'landscape', title: string, language: string): Sheet {
  const margin = size === 'A4' ? 50 : 34
  const doc = new PDFDocument({ size, layout, margin, bufferPages: true, lang: language, info: { Title: title } })
  doc.registerFont('regular', file('NotoSansJP-Regular.ttf'))
  doc.registerFont('bold', file('NotoSansJP-Bold.ttf'))
  const { width, height } = doc.page
  return {
    doc,
    left: margin,
    right: width - margin,
    top: margin,
    bottom: height - margin - 14,
    width: width - margin * 2,
    y: margin,
  }
}

type WithGlyphs = { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
export const has = (doc: PDFKit.PDFDocument, sign: string) =>
  (doc as unknown as WithGlyphs)._font.font.hasGlyphForCodePoint(sign.codePointAt(0) as number)

/** Text as the face can write it: a sign it lacks becomes 〓, as printers of the trade do, never a blank. */
function written(page: Sheet, text: string, ink: Ink): string {
  const { doc } = page
  doc.fontSize(ink.size ?? 9).fillColor(ink.grey ? '#555555' : '#111111')
  if (ink.bold) {
    doc.font('bold')
    if ([...text].every((sign) => has(doc, sign))) return text
  }
  doc.font('regular')
  return [...text].map((sign) => (has(doc, sign) ? sign : '〓')).join('')
}

/** Write within a box from x, as wide as given; long text wraps. Returns the height it took. The pen stays where it was. */
export function put(page: Sheet, text: string, x: number, y: number, width: number, ink: Ink = {}): number {
  const { doc } = page
  const shown = written(page, text, ink)
  const options = { width, align: ink.align ?? 'left', characterSpacing: ink.spacing ?? 0, lineGap: 1 }
  const height = doc.heightOfString(shown, options)
  doc.text(shown, x, y, options)
  return height
}

/** How high text would be. */
export function heightOf(page: Sheet, text: string, width: number, ink: Ink = {}): number {
  return page.doc.heightOfString(written(page, text, ink), { width, lineGap: 1 })
}

/** Left text and right text on one line over the given stretch; the pen moves below. */
export function pair(page: Sheet, left: string, right: string, x: number, width: number, ink: Ink = {}): void {
  const high = Math.max(
    put(page, left, x, page.y, width * 0.62, ink),
    put(page, right, x + width * 0.45, page.y, width * 0.55, { ...ink, align: 'right' }),
  )
  page.y += high + 2
}

export function rule(page: Sheet, weight = 0.5, x = page.left, width = page.width): void {
  page.doc
    .moveTo(x, page.y)
    .lineTo(x + width, page.y)
    .lineWidth(weight)
    .strokeColor('#333333')
    .stroke()
  page.y += 5
}

/** A new page when less than `needed` is left; tells whether it turned. */
export function turn(page: Sheet, needed: number): boolean {
  if (page.y + needed <= page.bottom) return false
  page.doc.addPage()
  page.y = page.top
  return true
}

/** Number the pages when there are several, and close: what was written can be read from the returned stream. */
export function close(page: Sheet, footer: string): PDFKit.PDFDocument {
  const { doc } = page
  const { count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at)
    // The footer lies in the margin: without this pdfkit would turn the page for it.
    doc.page.margins.bottom = 0
    put(page, count > 1 ? `${footer}  ${at + 1} / ${count}` : footer, page.left, page.bottom + 4, page.width, {
      size: 7,
      align: 'right',
      grey: true,
    })
  }
  doc.end()
  return doc
}

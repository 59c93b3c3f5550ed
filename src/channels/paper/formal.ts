import type { Paper } from '#channels/paper/paper'
import { issuerBlock, paymentsBlock, stampBox, taxBlock } from '#channels/paper/parts'
import { close, put, rule, type Sheet, sheet } from '#channels/paper/sheet'
import { addressee, dayOf, marksOf, purpose, titleOf, word } from '#channels/paper/words'
import { yen } from '#pricing/money'

/** 領収書: one landscape sheet with name, amount, purpose, the breakdown by rate, and the stamp's place for much cash. */
export function formal(paper: Paper, copy: number): PDFKit.PDFDocument {
  const { language } = paper
  const page = sheet('A5', 'landscape', `${titleOf(paper)} ${paper.number}`, language)
  corner(page, paper, copy)
  page.y = page.top + 8
  page.y +=
    put(page, titleOf(paper), page.left, page.y, page.width, {
      size: 22,
      bold: true,
      align: 'center',
      spacing: language === 'ja' ? 14 : 2,
    }) + 16
  const to = addressee(paper) ?? (language === 'ja' ? '　　　　　　　　　　　　様' : '')
  page.y += put(page, to, page.left, page.y, page.width * 0.6, { size: 14, bold: true }) + 2
  rule(page, 0.8, page.left, page.width * 0.6)
  page.y += 10
  amount(page, paper)
  if (paper.purpose)
    page.y += put(page, purpose(paper), page.left + 60, page.y, page.width - 120, { size: 10, align: 'center' }) + 3
  page.y += put(page, word(language, 'thanks'), page.left, page.y, page.width, { size: 9, align: 'center' }) + 18
  const began = page.y
  if (paper.stamp_yen !== null) stampBox(page, paper, page.left, began)
  const x = page.left + 76
  const width = page.width * 0.42
  put(
    page,
    `${word(language, 'sold_on')} ${dayOf(language, paper.of?.date ?? paper.date)}　${paper.of?.number ?? ''}`,
    x,
    page.y,
    width,
    { size: 8, grey: true },
  )
  page.y += 14
  taxBlock(page, paper, x, width)
  page.y += 4
  paymentsBlock(page, paper, x, width)
  page.y = began
  issuerBlock(page, paper, page.left + page.width * 0.66, page.width * 0.34)
  page.y = page.bottom - 12
  for (const note of [
    ...(paper.taxes.some(({ reduced }) => reduced) ? [word(language, 'reduced')] : []),
    ...paper.notes,
  ])
    page.y += put(page, note, page.left, page.y, page.width * 0.7, { size: 7.5, grey: true })
  return close(page, `${titleOf(paper)}  ${paper.number}`)
}

function corner(page: Sheet, paper: Paper, copy: number): void {
  const { language } = paper
  const lines = [
    `${word(language, 'number')} ${paper.number}`,
    `${word(language, 'date')} ${dayOf(language, paper.date)}`,
  ]
  page.y = page.top
  for (const line of lines) page.y += put(page, line, page.left, page.y, page.width, { size: 8, align: 'right' }) + 1
  for (const mark of marksOf(paper, copy)) {
    page.doc
      .rect(page.right - 150, page.y + 2, 150, 15)
      .lineWidth(0.8)
      .strokeColor('#111111')
      .stroke()
    put(page, mark, page.right - 150, page.y + 4, 150, { size: 8.5, bold: true, align: 'center' })
    page.y += 19
  }
}

function amount(page: Sheet, paper: Paper): void {
  const x = page.left + page.width * 0.18
  const width = page.width * 0.64
  page.doc.rect(x, page.y, width, 40).fillColor('#f1efe9').fill()
  const shown = `${yen(paper.total_yen)}${paper.language === 'ja' ? '−' : ''}`
  put(page, shown, x, page.y + 5, width, { size: 21, bold: true, align: 'center', spacing: 1 })
  put(page, paper.language === 'ja' ? '（税込）' : '(tax incl.)', x, page.y + 14, width - 12, {
    size: 8,
    align: 'right',
    grey: true,
  })
  page.y += 52
}

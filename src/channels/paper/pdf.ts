import type { Readable } from 'node:stream'
import { formal } from '#channels/paper/formal'
import type { Paper } from '#channels/paper/paper'
import { issuerBlock, paymentsBlock, stampBox, taxBlock } from '#channels/paper/parts'
import { close, heightOf, pair, put, rule, type Sheet, sheet, turn } from '#channels/paper/sheet'
import { addressee, dayOf, marksOf, offLabel, titleOf, untilOf, word } from '#channels/paper/words'
import { grouped, yen } from '#pricing/money'

/** A paper as a PDF to be streamed; made in memory without a database, so never hold a transaction open for it. */
export function pdf(paper: Paper, copy: number): Readable {
  if (paper.kind === 'formal_receipt') return formal(paper, copy) as unknown as Readable
  const page = sheet(
    paper.kind === 'invoice' ? 'A4' : 'A5',
    'portrait',
    `${titleOf(paper)} ${paper.number}`,
    paper.language,
  )
  head(page, paper, copy)
  table(page, paper)
  if (paper.kind !== 'gift') totals(page, paper)
  notes(page, paper)
  return close(page, `${titleOf(paper)}  ${paper.number}`) as unknown as Readable
}

function head(page: Sheet, paper: Paper, copy: number): void {
  const { language } = paper
  const half = page.width / 2 - 8
  page.y +=
    put(page, titleOf(paper), page.left, page.y, page.width, {
      size: 17,
      bold: true,
      align: 'center',
      spacing: language === 'ja' ? 4 : 1,
    }) + 4
  for (const mark of marksOf(paper, copy))
    page.y += put(page, mark, page.left, page.y, page.width, { size: 8.5, bold: true, align: 'center' })
  page.y += 8
  const began = page.y
  issuerBlock(page, paper, page.left + page.width / 2 + 8, half)
  const after_issuer = page.y
  page.y = began
  const to = addressee(paper)
  if (to && paper.to) {
    page.y += put(page, to, page.left, page.y, half, { size: 12, bold: true }) + 2
    rule(page, 0.8, page.left, half)
    if (paper.to.postal_code) page.y += put(page, `〒${paper.to.postal_code}`, page.left, page.y, half, { size: 8 })
    if (paper.to.address) page.y += put(page, paper.to.address, page.left, page.y, half, { size: 8 }) + 4
  }
  const dated =
    paper.kind === 'return' ? 'returned_on' : paper.kind === 'invoice' || paper.kind === 'hold' ? 'date' : 'sold_on'
  const facts: [string, string][] = [
    [word(language, dated), `${dayOf(language, paper.date)}${paper.time ? `  ${paper.time}` : ''}`],
    [word(language, 'number'), paper.number],
    ...(paper.of
      ? [
          [word(language, 'of'), paper.of.number] as [string, string],
          ['', dayOf(language, paper.of.date)] as [string, string],
        ]
      : []),
    ...(paper.period
      ? [
          [word(language, 'period'), `${dayOf(language, paper.period.from)} – ${dayOf(language, paper.period.to)}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(paper.until ? [[untilOf(paper), dayOf(language, paper.until)] as [string, string]] : []),
    ...(paper.member ? [[word(language, 'member'), paper.member] as [string, string]] : []),
  ]
  for (const [name, value] of facts) {
    put(page, name, page.left, page.y, 74, { size: 8, grey: true })
    page.y += put(page, value, page.left + 76, page.y, half - 76, { size: 8 }) + 2
  }
  page.y = Math.max(page.y, after_issuer) + 8
  if (paper.kind === 'invoice') {
    pair(
      page,
      word(language, 'billed'),
      `${yen(paper.total_yen)}（${word(language, 'tax_included')}）`,
      page.left,
      page.width,
      { size: 14, bold: true },
    )
    rule(page, 1)
    page.y += 4
  }
}

type Column = { title: string; x: number; width: number; align: 'left' | 'right' }
function columns(page: Sheet, paper: Paper): Column[] {
  const say = (key: Parameters<typeof word>[1]) => word(paper.language, key)
  const numbers =
    paper.kind === 'gift'
      ? [['quantity', 50]]
      : [
          ['quantity', 40],
          ['unit', 62],
          ['amount', 74],
        ]
  const taken = numbers.reduce((all, [, width]) => all + (width as number), 0)
  const list: Column[] = [{ title: say('item'), x: page.left, width: page.width - taken, align: 'left' }]
  let x = page.left + page.width - taken
  for (const [key, width] of numbers as [Parameters<typeof word>[1], number][]) {
    list.push({ title: say(key), x, width, align: 'right' })
    x += width
  }
  return list
}

function titles(page: Sheet, list: readonly Column[]): void {
  rule(page, 0.8)
  for (const { title, x, width, align } of list) put(page, title, x, page.y, width, { size: 7.5, grey: true, align })
  page.y += 12
  rule(page, 0.3)
}

function table(page: Sheet, paper: Paper): void {
  const list = columns(page, paper)
  const [first] = list as [Column]
  titles(page, list)
  for (const line of paper.lines) {
    const name = `${line.label ? `${line.label}  ` : ''}${line.name}${line.reduced && paper.kind !== 'gift' ? ' ※' : ''}`
    const off = paper.kind !== 'gift' && line.discount_yen > 0
    const high = heightOf(page, name, first.width - 6) + (off ? 11 : 0)
    if (turn(page, high + 6)) titles(page, list)
    const gross = line.amount_yen + line.discount_yen
    const cells =
      paper.kind === 'gift'
        ? [name, String(line.quantity)]
        : [name, String(line.quantity), grouped(line.unit_yen), grouped(gross)]
    for (const [at, text] of cells.entries()) {
      const { x, width, align } = list[at] as Column
      put(page, text, x, page.y, at === 0 ? width - 6 : width, { align })
    }
    page.y += heightOf(page, name, first.width - 6) + 1
    if (off) {
      const { x, width } = list.at(-1) as Column
      put(page, offLabel(paper.language, line), page.left + 10, page.y, 240, { size: 8, grey: true })
      put(page, grouped(-line.discount_yen), x, page.y, width, { size: 8, grey: true, align: 'right' })
      page.y += 11
    }
    page.y += 2
  }
  rule(page, 0.8)
}

function totals(page: Sheet, paper: Paper): void {
  const { language } = paper
  const say = (key: Parameters<typeof word>[1]) => word(language, key)
  const x = page.left + page.width * 0.42
  const width = page.width * 0.58
  turn(page, 60 + paper.taxes.length * 14 + paper.payments.length * 14)
  const began = page.y
  if (paper.discount_yen + paper.points_discount_yen > 0) pair(page, say('subtotal'), yen(paper.items_yen), x, width)
  if (paper.discount_yen > 0) pair(page, say('discount'), yen(-paper.discount_yen), x, width)
  if (paper.points_discount_yen > 0) pair(page, say('points_discount'), yen(-paper.points_discount_yen), x, width)
  for (const { label, amount_yen } of paper.balance) pair(page, label, yen(amount_yen), x, width)
  pair(page, paper.kind === 'return' ? say('refund') : say('total'), yen(paper.total_yen), x, width, {
    size: 12,
    bold: true,
  })
  taxBlock(page, paper, x, width)
  page.y += 4
  paymentsBlock(page, paper, x, width)
  const end = page.y
  if (paper.stamp_yen !== null) stampBox(page, paper, page.left, began)
  page.y = Math.max(end, paper.stamp_yen === null ? 0 : began + 70) + 6
}

function notes(page: Sheet, paper: Paper): void {
  const { language, points } = paper
  const say = (key: Parameters<typeof word>[1]) => word(language, key)
  const told = points
    ? (['used', 'earned', 'back', 'taken'] as const).flatMap((kind) =>
        points[kind] > 0 ? [`${say(`points_${kind}`)} ${grouped(points[kind])}`] : [],
      )
    : []
  const lines = [
    ...(told.length ? [told.join('　')] : []),
    ...(paper.kind !== 'gift' && paper.lines.some(({ reduced }) => reduced) ? [say('reduced')] : []),
    ...(paper.kind === 'return' ? [say('return_note')] : []),
    ...(paper.kind === 'gift' ? [say('gift_note')] : []),
    ...(paper.kind === 'hold' && paper.payments.length === 0 ? [say('hold_note')] : []),
    ...(paper.bank ? [`${say('bank')}: ${paper.bank}`] : []),
    ...paper.notes,
  ]
  for (const line of lines) {
    turn(page, 14)
    page.y += put(page, line, page.left, page.y, page.width, { size: 8, grey: true }) + 2
  }
}

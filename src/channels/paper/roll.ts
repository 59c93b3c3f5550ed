import iconv from 'iconv-lite'
import receiptline from 'receiptline'
import type { Paper, PaperLine } from '#channels/paper/paper'
import {
  addressee,
  dayOf,
  marksOf,
  methodOf,
  offLabel,
  purpose,
  rateOf,
  titleOf,
  untilOf,
  word,
} from '#channels/paper/words'
import { grouped, yen } from '#pricing/money'

/** Receipt printers by their language, a picture, or plain text. */
export const rollFormats = {
  svg: { command: 'svg', encoding: 'cp932', media_type: 'image/svg+xml; charset=utf-8' },
  text: { command: 'text', encoding: 'cp932', media_type: 'text/plain; charset=utf-8' },
  escpos: { command: 'escpos', encoding: 'cp932', media_type: 'application/octet-stream' },
  star: { command: 'starmbcs', encoding: 'cp932', media_type: 'application/octet-stream' },
} as const
export type RollFormat = keyof typeof rollFormats

/** A paper as roll paper: `columns` half-width characters wide (32 for 58 mm, 48 for 80 mm). Printer languages come as bytes. */
export function roll(paper: Paper, copy: number, format: RollFormat, columns = 48): Buffer {
  const { command, encoding } = rollFormats[format]
  const text = markup(paper, copy)
  const made = receiptline.transform(format === 'escpos' || format === 'star' ? printable(text) : text, {
    cpl: columns,
    encoding,
    command,
    spacing: true,
    cutting: true,
  })
  return Buffer.from(made, format === 'escpos' || format === 'star' ? 'binary' : 'utf8')
}

/** The paper in ReceiptLine's markup. */
export function markup(paper: Paper, copy: number): string {
  const { language, kind } = paper
  const say = (key: Parameters<typeof word>[1]) => word(language, key)
  const priced = kind !== 'gift'
  const both = (left: string, right: string) => `${safe(left) || '~'} | ${safe(right)}`
  return [
    '{border:space; width:auto}',
    `^^${safe(paper.issuer.name)}`,
    safe(paper.issuer.place),
    ...[paper.issuer.postal_code && `〒${paper.issuer.postal_code}`, paper.issuer.address].flatMap((text) =>
      text ? [safe(text)] : [],
    ),
    ...(paper.issuer.phone ? [safe(`${say('phone')} ${paper.issuer.phone}`)] : []),
    ...(paper.issuer.registration_number && priced
      ? [safe(`${say('registration')} ${paper.issuer.registration_number}`)]
      : []),
    '',
    `^^^${safe(titleOf(paper))}`,
    ...marksOf(paper, copy).map((mark) => `\`${safe(mark)}\``),
    ...(paper.to ? [`"^^${safe(addressee(paper) ?? '')}" |`] : []),
    `{width:*,*}`,
    both(`${dayOf(language, paper.date)}${paper.time ? ` ${paper.time}` : ''}`, ''),
    both(say('number'), paper.number),
    ...(paper.of ? [both(say('of'), paper.of.number), both('', dayOf(language, paper.of.date))] : []),
    ...(paper.until ? [both(untilOf(paper), dayOf(language, paper.until))] : []),
    ...(paper.purpose ? [`${safe(purpose(paper))} |`] : []),
    '-',
    ...(paper.lines.length ? ['{width:*,12}', ...paper.lines.flatMap((line) => lineMarkup(line, paper)), '-'] : []),
    ...(priced ? sums(paper, both) : []),
    ...(paper.stamp_yen === null
      ? []
      : ['{border:line; width:16}', safe(say('stamp')), safe(yen(paper.stamp_yen)), '{border:space; width:auto}']),
    ...footer(paper),
    `{code:${paper.number.replace(/[^0-9A-Z-]/g, '')}; option:code128,2,48,hri}`,
  ].join('\n')
}

function lineMarkup(line: PaperLine, { kind, language }: Paper): string[] {
  const name = `${line.label ? `${line.label} ` : ''}${line.name}${line.reduced && kind !== 'gift' ? '※' : ''}`
  if (kind === 'gift') return [`${safe(name)} | ${safe(String(line.quantity))}`]
  const detail = line.quantity > 1 || line.discount_yen > 0
  const gross = line.amount_yen + line.discount_yen
  return [
    `${safe(name)} | ${detail ? '' : safe(yen(line.amount_yen))}`,
    ...(detail ? [`~~${safe(`@${grouped(line.unit_yen)} × ${line.quantity}`)} | ${safe(yen(gross))}`] : []),
    ...(line.discount_yen > 0 ? [`~~${safe(offLabel(language, line))} | ${safe(yen(-line.discount_yen))}`] : []),
  ]
}

function sums(paper: Paper, both: (left: string, right: string) => string): string[] {
  const { language, kind } = paper
  const say = (key: Parameters<typeof word>[1]) => word(language, key)
  const total = kind === 'return' ? say('refund') : say('total')
  return [
    '{width:*,16}',
    ...(paper.discount_yen + paper.points_discount_yen > 0 ? [both(say('subtotal'), yen(paper.items_yen))] : []),
    ...(paper.discount_yen > 0 ? [both(say('discount'), yen(-paper.discount_yen))] : []),
    ...(paper.points_discount_yen > 0 ? [both(say('points_discount'), yen(-paper.points_discount_yen))] : []),
    `^^${safe(total)} | ^^${safe(yen(paper.total_yen))}`,
    ...paper.taxes.flatMap((tax) => [
      both(rateOf(language, tax), yen(tax.taxable_yen)),
      `~~${both(`(${say('of_which_tax')}`, `${yen(tax.tax_yen)})`)}`,
    ]),
    '-',
    ...paper.payments.flatMap((payment) => [
      both(
        kind === 'return'
          ? `${say('refunded_to')} ${methodOf(language, payment.method)}`
          : methodOf(language, payment.method),
        yen(payment.tendered_yen ?? payment.amount_yen),
      ),
      ...(payment.change_yen > 0 ? [both(say('change'), yen(payment.change_yen))] : []),
    ]),
  ]
}

function footer(paper: Paper): string[] {
  const { language, points } = paper
  const say = (key: Parameters<typeof word>[1]) => word(language, key)
  const facts: [string, string][] = [
    ...(paper.member ? [[say('member'), paper.member] as [string, string]] : []),
    ...(points
      ? (['used', 'earned', 'back', 'taken'] as const).flatMap((kind): [string, string][] =>
          points[kind] > 0 ? [[say(`points_${kind}`), `${grouped(points[kind])} P`]] : [],
        )
      : []),
  ]
  const notes = [
    ...(paper.lines.some(({ reduced }) => reduced) && paper.kind !== 'gift' ? [say('reduced')] : []),
    ...(paper.kind === 'return' ? [say('return_note')] : []),
    ...(paper.kind === 'gift' ? [say('gift_note')] : []),
    ...(paper.kind === 'hold' && paper.payments.length === 0 ? [say('hold_note')] : []),
    ...paper.notes,
  ]
  return [
    ...(facts.length ? ['{width:*,20}', ...facts.map(([left, right]) => `${safe(left)} | ${safe(right)}`)] : []),
    '{width:auto}',
    ...notes.map((note) => `${safe(note)} |`),
    '',
  ]
}

// A printer knows Windows-31J: a true minus becomes a plain one, and a sign it lacks 〓, never a question mark in a name.
function printable(text: string): string {
  return [...text.replace(/[−–]/g, '-')]
    .map((sign) =>
      sign !== '?' && sign !== '¥' && iconv.encode(sign, 'cp932').toString('latin1') === '?' ? '〓' : sign,
    )
    .join('')
}

// Every sign that means something in the markup means itself in what people wrote.
function safe(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[\\|{}~_"`^]/g, (sign) => `\\${sign}`)
}

/** The blocks that several papers share. */
import type { Paper } from '#channels/paper/paper'
import { pair, put, type Sheet } from '#channels/paper/sheet'
import { methodOf, rateOf, word } from '#channels/paper/words'
import { yen } from '#pricing/money'

/** Who issues it: name, shop, address, telephone, registration number (not on papers without prices). */
export function issuerBlock(page: Sheet, { issuer, kind, language }: Paper, x: number, width: number): void {
  page.y += put(page, issuer.name, x, page.y, width, { size: 10.5, bold: true }) + 1
  const lines = [
    issuer.place,
    [issuer.postal_code && `〒${issuer.postal_code}`, issuer.address].filter(Boolean).join(' '),
    issuer.phone ? `${word(language, 'phone')} ${issuer.phone}` : '',
    issuer.registration_number && kind !== 'gift'
      ? `${word(language, 'registration')} ${issuer.registration_number}`
      : '',
  ]
  for (const line of lines.filter(Boolean)) page.y += put(page, line, x, page.y, width, { size: 8 }) + 1
}

/** Total and tax per rate: what makes it a qualified invoice. */
export function taxBlock(page: Sheet, { taxes, language }: Paper, x: number, width: number): void {
  for (const tax of taxes) {
    put(page, rateOf(language, tax), x, page.y, width * 0.3, { size: 8 })
    put(page, yen(tax.taxable_yen), x + width * 0.22, page.y, width * 0.28, { size: 8, align: 'right' })
    put(page, `${word(language, 'of_which_tax')} ${yen(tax.tax_yen)}`, x + width * 0.5, page.y, width * 0.5, {
      size: 8,
      align: 'right',
    })
    page.y += 13
  }
}

/** How it was paid, or how the money went back. */
export function paymentsBlock(page: Sheet, { payments, kind, language }: Paper, x: number, width: number): void {
  for (const { method, amount_yen, tendered_yen, change_yen } of payments) {
    const name = methodOf(language, method)
    pair(
      page,
      kind === 'return' ? `${word(language, 'refunded_to')} ${name}` : name,
      yen(tendered_yen ?? amount_yen),
      x,
      width,
      { size: 8.5 },
    )
    if (change_yen > 0) pair(page, word(language, 'change'), yen(change_yen), x, width, { size: 8.5 })
  }
}

/** Where the revenue stamp is stuck. */
export function stampBox(page: Sheet, { language, stamp_yen }: Paper, x: number, y: number): void {
  const { doc } = page
  doc.rect(x, y, 62, 66).dash(2, { space: 2 }).lineWidth(0.6).strokeColor('#555555').stroke().undash()
  put(page, word(language, 'stamp'), x, y + 20, 62, { size: 8, align: 'center', grey: true })
  put(page, yen(stamp_yen ?? 0), x, y + 33, 62, { size: 8, align: 'center', grey: true })
}

import type { Invoice } from '#business/invoices'
import type { Paper, PaperLine } from '#channels/paper/paper'

const words = {
  ja: {
    carried: '前回御請求額',
    paid: '御入金額',
    bought: '今回御買上額（税込）',
    due: '今回御請求額',
    net: '明細の金額は税抜です。消費税は税率ごとに本書でまとめて計算しています。',
    back: '返品',
  },
  en: {
    carried: 'Brought forward',
    paid: 'Paid',
    bought: 'Bought this month (tax incl.)',
    due: 'Due',
    net: 'Lines are without tax; tax is computed once per rate on this invoice.',
    back: 'Return',
  },
}

/** A closing invoice as paper: what was delivered without tax, tax once per rate, and what is due with what was carried and paid. */
export function paperOf(bill: Invoice, language: 'ja' | 'en'): Paper {
  const say = words[language]
  const { recipient: to, issuer } = bill
  const lines = bill.orders.flatMap(({ kind, number, business_date, items }) =>
    items.map(
      (item): PaperLine => ({
        label: `${business_date.slice(5).replace('-', '/')} ${number}${kind === 'returned' ? ` ${say.back}` : ''}`,
        name: item.name,
        quantity: item.quantity,
        unit_yen: Math.trunc(item.net_yen / item.quantity),
        discount_yen: 0,
        amount_yen: item.net_yen,
        reduced: item.reduced,
        rate_num: item.rate_num,
        rate_den: item.rate_den,
      }),
    ),
  )
  return {
    kind: 'invoice',
    language,
    number: bill.number,
    version: 1,
    replaces: null,
    date: bill.closes_on,
    time: null,
    issuer: {
      name: issuer.name,
      registration_number: issuer.registration_number,
      place: issuer.name,
      postal_code: null,
      address: issuer.address,
      phone: issuer.phone,
    },
    to: {
      name: [to.company_name, to.department].filter(Boolean).join(' '),
      honorific: '御中',
      postal_code: to.postal_code,
      address: [to.prefecture, to.city, to.address, to.building].filter(Boolean).join(''),
    },
    member: null,
    of: null,
    lines,
    items_yen: bill.net_yen,
    discount_yen: 0,
    points_discount_yen: 0,
    total_yen: bill.total_yen,
    taxes: bill.taxes.map(({ net_yen, ...tax }) => ({ ...tax, taxable_yen: net_yen + tax.tax_yen })),
    payments: [],
    points: null,
    purpose: null,
    stamp_yen: null,
    until: bill.due_on,
    period: bill.period_from ? { from: bill.period_from, to: bill.closes_on } : null,
    balance: [
      { label: say.carried, amount_yen: bill.carried_yen },
      { label: say.paid, amount_yen: -bill.paid_yen },
      { label: say.bought, amount_yen: bill.total_yen },
      { label: say.due, amount_yen: bill.balance_yen },
    ],
    bank: null,
    notes: [say.net],
  }
}

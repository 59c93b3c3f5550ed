/**
 * Paper is what a retailer hands out: receipts, return invoices, invoices, gift and hold slips, as one kind of data that is rendered
 * as PDF (pdf.ts) and for receipt printers or a screen (roll.ts). Pure: the same data gives the same paper, so a stored snapshot is
 * the document. What law demands of each kind is the caller's data; nothing is computed here but sums for display.
 */
import type { Language } from '#pricing/money'

export type PaperKind = 'receipt' | 'return' | 'formal_receipt' | 'invoice' | 'gift' | 'hold'
export type PaperLine = {
  name: string
  quantity: number
  unit_yen: number
  discount_yen: number
  amount_yen: number
  reduced: boolean
  rate_num: number
  rate_den: number
  /** Why something was taken off it. */
  reason?: { ja: string; en: string | null } | null
  /** A date, an order number …: printed before the name, for invoices over many sales. */
  label?: string | null
}
export type PaperTax = { rate_num: number; rate_den: number; reduced: boolean; taxable_yen: number; tax_yen: number }
export type Paper = {
  kind: PaperKind
  language: Language
  number: string
  /** 1, then one more for each correction, which names what it corrects. */
  version: number
  replaces: string | null
  /** The business date of what it tells of; time where it matters. */
  date: string
  time: string | null
  issuer: {
    name: string
    registration_number: string | null
    place: string
    postal_code: string | null
    address: string | null
    phone: string | null
  }
  to: { name: string; honorific: '様' | '御中'; postal_code?: string | null; address?: string | null } | null
  member: string | null
  /** The sale behind it, for returns and receipts on request. */
  of: { number: string; date: string } | null
  lines: PaperLine[]
  items_yen: number
  discount_yen: number
  points_discount_yen: number
  total_yen: number
  taxes: PaperTax[]
  payments: { method: string; amount_yen: number; tendered_yen: number | null; change_yen: number }[]
  points: { used: number; earned: number; back: number; taken: number } | null
  /** 但し書き: what the money was for. */
  purpose: string | null
  /** Stamp duty in yen when a stamp belongs on the paper, else null. */
  stamp_yen: number | null
  /** Return by, held until, or due. */
  until: string | null
  period: { from: string; to: string } | null
  /** Lines above the total of an invoice: brought forward, paid, … */
  balance: { label: string; amount_yen: number }[]
  bank: string | null
  notes: string[]
}

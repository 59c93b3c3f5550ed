/**
 * Paper is what a retailer hands out: receipts, return invoices, invoices, gift and hold slips, as one kind of data that is rendered
 * as PDF (`pdf`) and for receipt printers or a screen (`roll`). Pure: the same data gives the same paper, so a stored snapshot is
 * the document. What law demands of each kind is the caller's data; nothing is computed here but sums for display.
 */
export type { Paper, PaperKind, PaperLine, PaperTax } from '#channels/paper/data'
export { pdf } from '#channels/paper/pdf'
export { type RollFormat, roll, rollFormats } from '#channels/paper/roll'

/** Ours is a date and six letters; a till's own begins with the device. */
export function isReceiptNumber(code: string): boolean {
  return /^(\d{6}-[0-9A-Z]{6}|[0-9A-F]{8}-\d{6})$/i.test(code)
}

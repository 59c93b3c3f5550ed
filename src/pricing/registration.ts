/** What may be wrong with an invoice registration number: its form, or (for companies) its check digit; undefined when nothing is. */
export function registrationFault(number: string): 'form' | 'check_digit' | undefined {
  if (!/^T\d{13}$/.test(number)) return 'form'
  const [check, ...rest] = [...number.slice(1)].map(Number)
  // 法人番号: the first digit is 9 − (Σ digit × (1, 2, 1, 2 … from the right) mod 9). Sole traders' numbers do not follow it: warn, never refuse.
  const total = rest.reverse().reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 1 : 2), 0)
  return check === 9 - (total % 9) ? undefined : 'check_digit'
}

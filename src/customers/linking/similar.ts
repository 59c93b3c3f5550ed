/** How alike two short texts are: Jaro–Winkler, and whether a slip of the finger lies between them. */

const flags_a = new Uint8Array(256)
const flags_b = new Uint8Array(256)

/** Jaro–Winkler similarity from 0 to 1 (Jaro 1989; Winkler 1990): letters in common near their place, more for a common beginning. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const length_a = Math.min(a.length, 256)
  const length_b = Math.min(b.length, 256)
  if (length_a === 0 || length_b === 0) return 0
  const reach = Math.max(0, (Math.max(length_a, length_b) >> 1) - 1)
  flags_a.fill(0, 0, length_a)
  flags_b.fill(0, 0, length_b)
  let common = 0
  for (let i = 0; i < length_a; i++) {
    const to = Math.min(length_b - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (flags_b[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      flags_a[i] = 1
      flags_b[j] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < length_a; i++) {
    if (!flags_a[i]) continue
    while (!flags_b[j]) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++
    j++
  }
  const jaro = (common / length_a + common / length_b + (common - moved / 2) / common) / 3
  let start = 0
  while (start < 4 && start < length_a && start < length_b && a.charCodeAt(start) === b.charCodeAt(start)) start++
  return jaro + start * 0.1 * (1 - jaro)
}

/** Whether one letter more, less, other, or two neighbours exchanged make one text the other. */
export function slip(a: string, b: string): boolean {
  if (a.length > b.length) return slip(b, a)
  if (b.length - a.length > 1) return false
  let start = 0
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < a.length - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  const left_a = a.length - start - end
  const left_b = b.length - start - end
  if (left_b <= 1) return true
  return left_a === 2 && left_b === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** A text's letters in order: what stays the same when they are shuffled. */
export function bag(text: string): string {
  return [...text].sort().join('')
}

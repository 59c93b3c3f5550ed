import type { MotifName } from './pictures/draw.ts'
import type { Product } from './product.ts'

const cold: readonly MotifName[] = [
  'knit',
  'cardigan',
  'coat',
  'blanket',
  'stole',
  'bathSalt',
  'donabe',
  'miso',
  'sake',
]
const warm: readonly MotifName[] = ['noodles', 'juice', 'tee', 'hat', 'sunscreen', 'tenugui', 'blouse', 'pudding']
const winter = [11, 12, 1, 2]
const summer = [6, 7, 8]
/** お中元 and お歳暮. */
const giving = [7, 12]

/** How much more, or less, a thing is wanted in this month. */
export function season({ picture: { motif }, category }: Product, month: number): number {
  if (cold.includes(motif)) return winter.includes(month) ? 2 : summer.includes(month) ? 0.3 : 1
  if (warm.includes(motif)) return summer.includes(month) ? 2 : winter.includes(month) ? 0.5 : 1
  return category === 'gifts' && giving.includes(month) ? 1.8 : 1
}

/** Rounding of a fraction of a yen; the shop chooses it for tax, discounts and points always use floor. */
export type Rounding = 'floor' | 'half_up' | 'ceil'

/** A rational rate: 8% is 8/100. */
export type Rate = { rate_num: number; rate_den: number }

/** The value itself when it is a safe integer of at least `least`; throws a RangeError naming the field otherwise. */
export function integer(value: number, field: string, least = 0): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${field}: ${value} is not a safe integer`)
  if (value < least) throw new RangeError(`${field}: ${value} is less than ${least}`)
  return value + 0 // turns -0 into 0
}

/** The exact sum of whole amounts, each at least 0; throws a RangeError naming the field when it leaves the safe range. */
export function sum(values: readonly number[], field: string): number {
  return values.reduce((total, value) => integer(total + integer(value, field), field), 0)
}

/** Exact whole quotient and remainder of amount × num ÷ den, for whole amounts of at least 0. */
export function divided(amount: number, num: number, den: number): { quotient: number; remainder: number } {
  const product = amount * num
  if (Number.isSafeInteger(product)) {
    const remainder = product % den
    return { quotient: (product - remainder) / den, remainder }
  }
  // A product beyond 2^53 has already lost its last digits; only BigInt still knows them.
  const exact = BigInt(amount) * BigInt(num)
  const quotient = integer(Number(exact / BigInt(den)), 'quotient')
  return { quotient, remainder: Number(exact % BigInt(den)) }
}

/** amount × num ÷ den rounded to a whole number; floor unless told otherwise. */
export function portion(amount: number, num: number, den: number, rounding: Rounding = 'floor'): number {
  integer(amount, 'amount')
  integer(num, 'rate_num')
  integer(den, 'rate_den', 1)
  const { quotient, remainder } = divided(amount, num, den)
  if (rounding === 'floor') return quotient
  if (rounding === 'ceil') return remainder > 0 ? quotient + 1 : quotient
  if (rounding === 'half_up') return remainder >= den - remainder ? quotient + 1 : quotient
  throw new RangeError(`rounding: ${String(rounding)} is not floor, half_up or ceil`)
}

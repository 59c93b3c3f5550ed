/**
 * Lists as PostgreSQL's own binary arrays, for statements that carry many values or long ones: nothing is quoted here, and nothing
 * parsed there. (The driver sends what is a Buffer in binary; by itself it writes a list as text, and bytes as twice as many digits.)
 */
type Element<Value> = {
  /** The element's type, as PostgreSQL numbers it (pg_type.dat; these never change). */
  oid: number
  size(value: Value): number
  put(into: Buffer, value: Value, at: number): void
}

// Milliseconds from 1970 to 2000, where PostgreSQL begins to count.
const epoch_ms = 946_684_800_000

const uuid: Element<string> = {
  oid: 2950,
  size: () => 16,
  put(into, value, at) {
    // It stops at what is no digit, and says nothing: what lay there before would be sent.
    if (value.length !== 36 || into.write(value.replaceAll('-', ''), at, 16, 'hex') < 16)
      throw new TypeError('not an id')
  },
}
const text: Element<string> = {
  oid: 25,
  size: (value) => Buffer.byteLength(value),
  put: (into, value, at) => void into.write(value, at),
}
const bytes: Element<Buffer> = {
  oid: 17,
  size: ({ length }) => length,
  put: (into, value, at) => void into.set(value, at),
}
const json: Element<string> = {
  oid: 3802,
  size: (value) => 1 + Buffer.byteLength(value),
  put(into, value, at) {
    // The one version there is of its binary form.
    into[at] = 1
    into.write(value, at + 1)
  },
}
const moment: Element<string> = {
  oid: 1184,
  size: () => 8,
  put: (into, value, at) => void into.writeBigInt64BE(BigInt(Date.parse(value) - epoch_ms) * 1000n, at),
}
const flag: Element<boolean> = {
  oid: 16,
  size: () => 1,
  put: (into, value, at) => void into.writeInt8(Number(value), at),
}
const integer: Element<number> = { oid: 23, size: () => 4, put: (into, value, at) => void into.writeInt32BE(value, at) }

/** For a parameter of type `uuid[]`; and so on. */
export const uuids = arrayOf(uuid)
export const texts = arrayOf(text)
export const byteas = arrayOf(bytes)
/** JSON that is written already, for `jsonb[]`. */
export const jsons = arrayOf(json)
/** ISO 8601, for `timestamptz[]`. */
export const moments = arrayOf(moment)
export const flags = arrayOf(flag)
export const integers = arrayOf(integer)

function arrayOf<Value>({ oid, size, put }: Element<Value>): (list: readonly (Value | null)[]) => Buffer {
  return (list) => {
    const sizes = list.map((value) => (value === null ? -1 : size(value)))
    const whole = Buffer.allocUnsafe(sizes.reduce((sum, one) => sum + 4 + Math.max(one, 0), list.length ? 20 : 12))
    whole.writeInt32BE(list.length ? 1 : 0, 0)
    whole.writeInt32BE(list.includes(null) ? 1 : 0, 4)
    whole.writeInt32BE(oid, 8)
    if (list.length === 0) return whole
    whole.writeInt32BE(list.length, 12)
    whole.writeInt32BE(1, 16)
    let at = 20
    for (const [place, value] of list.entries()) {
      at = whole.writeInt32BE(sizes[place] as number, at)
      if (value === null) continue
      put(whole, value, at)
      at += sizes[place] as number
    }
    return whole
  }
}

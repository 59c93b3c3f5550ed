/** An order as an outlet tells of it: whole each time, with its count of changes. */
export type OutletOrder = {
  external_id: string
  /** Grows with every change at the outlet; words may come twice and out of order. */
  version: number
  state: 'placed' | 'cancelled'
  placed_at: string
  buyer: {
    /** The outlet's own id of her, the same for all her orders there. */
    id: string
    family_name: string
    given_name?: string
    phone: string
    postal_code: string
    prefecture: string
    city: string
    address: string
  }
  /** As it was sold and paid there, tax included. */
  lines: { sku: string; quantity: number; unit_yen: number }[]
  /** Social shops say by which campaign and post she came. */
  campaign: string | null
  post: string | null
}

/** A marketplace or social shop. Every call may be repeated and has one effect; orders may be told more than once. */
export type Outlet = {
  name: string
  /** Orders changed since a cursor (null: from the beginning), and the cursor to go on from. */
  orders(since: string | null): Promise<{ orders: OutletOrder[]; cursor: string }>
  /** We have taken it and will send it. 'cancelled': the buyer was faster. */
  acknowledge(external_id: string): Promise<'done' | 'cancelled'>
  /** We cannot send it: the outlet gives the money back. */
  cancel(external_id: string, reason: 'out_of_stock' | 'refused'): Promise<'done' | 'shipped'>
  shipped(external_id: string, parcel: { number: string; shipped_at: string }): Promise<void>
  /** How many of each it may sell; an older version of a SKU's number is not heard. */
  stock(list: readonly { sku: string; quantity: number; version: number }[]): Promise<void>
}

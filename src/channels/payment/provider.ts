/** A card payment provider. `reference` is ours (the payment's id): every call may be repeated with it and has one effect. */
export type PaymentProvider = {
  name: string
  /** Authorize and capture in one; 'declined' takes nothing, and so does a reference that was refunded before. */
  charge(request: { reference: string; amount_yen: number; token: string }): Promise<'captured' | 'declined'>
  /** What the provider knows of a reference: the truth after a crash or a time-out. */
  look(reference: string): Promise<'captured' | 'refunded' | 'none'>
  /** Give the whole amount back. */
  refund(reference: string): Promise<void>
}

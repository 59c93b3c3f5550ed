import { Problem } from '#core/problem'

/**
 * A provider of card payments: the port every adapter keeps. A reference is ours (the payment's id), an operation's id too:
 * every call may be repeated with them and has one effect. What a provider knows is asked for, never remembered from a message.
 */
export type Charge = {
  reference: string
  amount_yen: number
  /** 'now': authorized and captured in one; 'later': captured when the goods leave. */
  capture: 'now' | 'later'
  /** The provider's own name for it, once we have heard it. */
  provider_id?: string | null
}

export type Known = {
  /**
   * none: nothing was ever paid under this reference · waiting: its buyer has still something to do · declined: she may try
   * another card · authorized · captured (in full or in part; refunds are in refunded_yen) · voided: it can never be paid now
   */
  state: 'none' | 'waiting' | 'declined' | 'authorized' | 'captured' | 'voided'
  captured_yen: number
  refunded_yen: number
  provider_id: string | null
  /** What the buyer's browser needs to go on (3-D Secure, hosted fields). */
  action?: Action
}
export type Action = { kind: 'authenticate' | 'pay'; client_secret: string; publishable_key?: string }

/** A charge out of the provider's own list. */
export type Listed = {
  reference: string
  provider_id: string | null
  captured_yen: number
  refunded_yen: number
  at: string
}

export type PaymentProvider = {
  name: string
  /** Whether a payment may begin without a token: its buyer enters her card in the provider's own fields. */
  hosted: boolean
  /** What a face needs to show the provider's fields. */
  publishable_key?: string
  /** Ask for the money. A reference that was given back or let go before is not charged again. */
  authorize(charge: Charge & { token?: string | undefined }): Promise<Known>
  /** Take an authorized amount, all of it or less; the rest falls back to the buyer. */
  capture(charge: Charge, operation_id: string, amount_yen: number): Promise<Known>
  /** Let go of what was not captured, for good: a late authorization is refused too. Captured money is left, and told. */
  cancel(charge: Charge): Promise<Known>
  /** Give back this much. 'waiting': accepted, not yet sure; ask again. 'refused': it cannot, a person must. */
  refund(charge: Charge, operation_id: string, amount_yen: number): Promise<'done' | 'waiting' | 'refused'>
  /** What the provider knows of a reference: the truth after a crash or a time-out. */
  look(charge: Charge): Promise<Known>
  /** Charges since an instant, as the provider lists them. */
  recent(since: string): Promise<Listed[]>
  /** A message of the provider: the references it is about, once its signature is right; null when it is not. Its content is not believed. */
  webhook(raw: Buffer, headers: Record<string, string | string[] | undefined>): string[] | null
}

/** The provider could not be asked, or did not answer; whoever asked may ask again. `harmless`: it surely did nothing. */
export class Unanswered extends Problem {
  readonly harmless: boolean
  constructor(why: string, harmless: boolean, cause?: unknown) {
    const ja = 'ただいま決済会社に確認できません。少し待ってからもう一度お試しください。'
    const en = 'The payment provider cannot be reached right now; please try again shortly.'
    super('payment.unanswered', 503, { ja, en }, { retry_after_seconds: 30 })
    this.message = why
    this.cause = cause
    this.harmless = harmless
  }
}

/** Whether exactly what was asked for is there, and still there. */
export function stands(charge: Charge, known: Known): boolean {
  if (charge.capture === 'later' && known.state === 'authorized') return true
  return known.state === 'captured' && known.captured_yen === charge.amount_yen && known.refunded_yen === 0
}

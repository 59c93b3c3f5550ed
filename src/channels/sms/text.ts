export type Text = {
  /** Sent again with the same key (a uuid), a text is recognised as the same where the carrier can. */
  key?: string
  /** E.164. */
  to: string
  text: string
}
/** Sends SMS. `send` resolves once the carrier took the text over, and rejects otherwise: then nothing was sent. */
export type Texter = { name: string; send(text: Text): Promise<void> }

export type Mail = {
  /** Sent again with the same key (a uuid), a mail is recognised as the same. */
  key?: string
  to: string
  subject: string
  text: string
  html?: string
}
/** Sends mail. `send` resolves once the mail is taken over for delivery, and rejects otherwise: then nothing was sent. */
export type Mailer = { name: string; send(mail: Mail): Promise<void> }

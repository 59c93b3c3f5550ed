import { fakeMailer } from '#channels/email/fake'
import { smtpMailer } from '#channels/email/smtp'
import type { Pool } from '#core/database'

export type Mail = { to: string; subject: string; text: string; html?: string }
/** Sends mail. `send` resolves once the mail is taken over for delivery, and rejects otherwise: then nothing was sent. */
export type Mailer = { name: string; send(mail: Mail): Promise<void> }

/** The configured mailer: SMTP when `ENGAWA_SMTP_URL` is set (`smtps://user:password@host`), else the fake, whose inbox is a table. */
export function mailer(db: Pool): Mailer {
  const url = process.env.ENGAWA_SMTP_URL
  return url ? smtpMailer(url, process.env.ENGAWA_MAIL_FROM ?? 'engawa@localhost') : fakeMailer(db)
}

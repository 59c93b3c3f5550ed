import { fakeMailer } from '#channels/email/fake'
import type { Mailer } from '#channels/email/mail'
import { smtpMailer } from '#channels/email/smtp'
import type { Pool } from '#core/database'

/** The configured mailer: SMTP when `ENGAWA_SMTP_URL` is set (`smtps://user:password@host`), else the fake, whose inbox is a table. */
export function mailer(db: Pool): Mailer {
  const url = process.env.ENGAWA_SMTP_URL
  return url ? smtpMailer(url, process.env.ENGAWA_MAIL_FROM ?? 'engawa@localhost') : fakeMailer(db)
}

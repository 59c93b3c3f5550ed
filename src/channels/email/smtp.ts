import nodemailer, { type Transporter } from 'nodemailer'
import type { Mailer } from '#channels/email/mail'

// What else an address may hold by the letter of RFC 5322 (quotes, comments, line breaks), no customer of ours has.
const one_address = /^[^\s,;:<>()[\]"\\@]+@[^\s,;:<>()[\]"\\@]+$/
const transports = new Map<string, Transporter>()

/** Mail over SMTP, one pooled transport a server; slow servers are given up on after 10 s. */
export function smtpMailer(url: string, from: string): Mailer {
  let transport = transports.get(url)
  if (!transport) {
    const asked = new URL(url)
    transport = nodemailer.createTransport({
      pool: true,
      host: asked.hostname,
      port: Number(asked.port) || (asked.protocol === 'smtps:' ? 465 : 587),
      secure: asked.protocol === 'smtps:',
      ...(asked.username
        ? { auth: { user: decodeURIComponent(asked.username), pass: decodeURIComponent(asked.password) } }
        : {}),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 10_000,
    })
    transports.set(url, transport)
  }
  const sender = transport
  return {
    name: 'smtp',
    async send({ to, subject, text, html, key }) {
      if (!one_address.test(to)) throw new Error('not one address')
      await sender.sendMail({
        from,
        // Taken as it is: as text it would be read as a list, with names and groups.
        to: { name: '', address: to },
        subject,
        text,
        ...(html ? { html } : {}),
        ...(key ? { messageId: `<${key}@engawa>` } : {}),
      })
    },
  }
}

/** Close the pooled connections to a server, at shutdown and in tests. */
export function closeSmtp(url: string): void {
  transports.get(url)?.close()
  transports.delete(url)
}

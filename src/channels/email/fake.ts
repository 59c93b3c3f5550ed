import type { Mail, Mailer } from '#channels/email/mail'
import { type Db, rows, run, sql } from '#core/database'
import { id } from '#core/id'
import { blind, sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

export type Received = Mail & { mail_id: string; created_at: string }

/** A post office in a table: every mail arrives, sealed, in an inbox that outlives the process. */
export function fakeMailer(db: Db): Mailer {
  return {
    name: 'fake',
    async send({ key, ...mail }) {
      await run(
        db,
        sql`insert into channels.fake_mail (mail_id, recipient_hash, sealed, created_at)
            values (${key ?? id()}, ${blind('fake mail', mail.to)}, ${sealAnswer(JSON.stringify(mail))}, ${clock.iso()}) on conflict do nothing`,
      )
    },
  }
}

/** What an address received, newest first. */
export async function inbox(db: Db, to: string, limit = 20): Promise<Received[]> {
  const found = await rows<{ mail_id: string; sealed: Buffer; created_at: string }>(
    db,
    sql`select mail_id, sealed, created_at from channels.fake_mail where recipient_hash = ${blind('fake mail', to)}
        order by created_at desc, mail_id desc limit ${limit}`,
  )
  return found.map(({ mail_id, sealed, created_at }) => ({
    ...(JSON.parse(unsealAnswer(sealed)) as Mail),
    mail_id,
    created_at,
  }))
}

import type { Text, Texter } from '#channels/sms/text'
import { type Db, rows, run, sql } from '#core/database'
import { id } from '#core/id'
import { blind, sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

export type Received = Text & { sms_id: string; created_at: string }

/** A carrier in a table: every text arrives, sealed. */
export function fakeTexter(db: Db): Texter {
  return {
    name: 'fake',
    async send({ key, ...text }) {
      await run(
        db,
        sql`insert into channels.fake_sms (sms_id, recipient_hash, sealed, created_at)
            values (${key ?? id()}, ${blind('fake sms', text.to)}, ${sealAnswer(JSON.stringify(text))}, ${clock.iso()}) on conflict do nothing`,
      )
    },
  }
}

/** What a number received, newest first. */
export async function texts(db: Db, to: string, limit = 20): Promise<Received[]> {
  const found = await rows<{ sms_id: string; sealed: Buffer; created_at: string }>(
    db,
    sql`select sms_id, sealed, created_at from channels.fake_sms where recipient_hash = ${blind('fake sms', to)}
        order by created_at desc, sms_id desc limit ${limit}`,
  )
  return found.map(({ sms_id, sealed, created_at }) => ({
    ...(JSON.parse(unsealAnswer(sealed)) as Text),
    sms_id,
    created_at,
  }))
}

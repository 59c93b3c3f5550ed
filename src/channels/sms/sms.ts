import { fakeTexter } from '#channels/sms/fake'
import { gatewayTexter } from '#channels/sms/gateway'
import type { Texter } from '#channels/sms/text'
import type { Pool } from '#core/database'

/** The configured carrier: a gateway when `ENGAWA_SMS_URL` is set (`https://account:token@host/…/Messages.json`), else the fake. */
export function texter(db: Pool): Texter {
  const url = process.env.ENGAWA_SMS_URL
  return url ? gatewayTexter(url, process.env.ENGAWA_SMS_FROM ?? 'Engawa') : fakeTexter(db)
}

import { fakeLogin } from '#channels/line/fake'
import type { LineLogin } from '#channels/line/login'
import { webLogin } from '#channels/line/web'
import type { Pool } from '#core/database'

/** Whether sign-ins go to the fake, whose page this house must serve itself. */
export function lineIsFake(): boolean {
  return !process.env.ENGAWA_LINE_LOGIN_ID && process.env.ENGAWA_ENV !== 'production'
}

/** The configured LINE Login channel (`ENGAWA_LINE_LOGIN_ID`, `ENGAWA_LINE_LOGIN_SECRET`), else the fake; in production none without it. */
export function lineLogin(db: Pool): LineLogin | undefined {
  const { ENGAWA_LINE_LOGIN_ID: id, ENGAWA_LINE_LOGIN_SECRET: secret } = process.env
  if (id && secret) return webLogin(id, secret)
  return lineIsFake() ? fakeLogin(db) : undefined
}

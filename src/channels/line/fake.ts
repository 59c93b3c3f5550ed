import { createHash } from 'node:crypto'
import { idToken, issuer, personOf } from '#channels/line/id-token'
import { type LineLogin, LineRefused } from '#channels/line/login'
import { type Db, one, run, sql } from '#core/database'
import { randomToken, sha256 } from '#core/id'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

export const fake_channel = { id: '1650000000', secret: 'the fake channel’s secret, known to everyone' }
/** Where the fake's consent page is (`fakeLinePage` serves it). */
export const fake_authorize_path = '/fake/line/oauth2/v2.1/authorize'

type Grant = { sub: string; name: string; nonce: string; challenge: string; redirect_uri: string; client_id: string }
export type Consent = { redirect_uri: string; state: string; nonce: string; code_challenge: string; client_id: string }

/** A LINE in a table: whoever one says one is, one is; codes, PKCE and ID tokens as LINE's own. */
export function fakeLogin(db: Db, channel = fake_channel): LineLogin {
  return {
    name: 'fake',
    authorization({ state, nonce, code_verifier, redirect_uri }) {
      const url = new URL(fake_authorize_path, redirect_uri)
      const asked = {
        client_id: channel.id,
        response_type: 'code',
        scope: 'openid profile',
        state,
        nonce,
        redirect_uri,
      }
      for (const [key, value] of Object.entries(asked)) url.searchParams.set(key, value)
      url.searchParams.set('code_challenge', s256(code_verifier))
      url.searchParams.set('code_challenge_method', 'S256')
      return url
    },
    async person(code, { nonce, code_verifier, redirect_uri }) {
      const token = await redeem(db, channel, { code, code_verifier, redirect_uri, client_id: channel.id })
      return personOf(token, { channel_id: channel.id, channel_secret: channel.secret, nonce })
    },
  }
}

/** She agrees on LINE's page: where her browser is sent back to, with a code good once for ten minutes. */
export async function consent(db: Db, asked: Consent, who: { sub: string; name: string }): Promise<URL> {
  const code = randomToken(24)
  const { redirect_uri, state, nonce, code_challenge: challenge, client_id } = asked
  const grant: Grant = { ...who, nonce, challenge, redirect_uri, client_id }
  const expires_at = new Date(clock.ms() + 600_000).toISOString()
  await run(
    db,
    sql`insert into channels.fake_line_code (code_hash, sealed, expires_at) values (${sha256(code)}, ${sealAnswer(JSON.stringify(grant))}, ${expires_at})`,
  )
  const back = new URL(redirect_uri)
  back.searchParams.set('code', code)
  back.searchParams.set('state', state)
  return back
}

type Exchange = { code: string; code_verifier: string; redirect_uri: string; client_id: string }

/** Trade a code for an ID token, once; refuses another's verifier, address or channel. */
export async function redeem(db: Db, channel: { id: string; secret: string }, asked: Exchange): Promise<string> {
  const used = await one<{ sealed: Buffer }>(
    db,
    sql`delete from channels.fake_line_code where code_hash = ${sha256(asked.code)} and expires_at > ${clock.iso()} returning sealed`,
  )
  if (!used) throw new LineRefused('code')
  const grant = JSON.parse(unsealAnswer(used.sealed)) as Grant
  const same = grant.redirect_uri === asked.redirect_uri && grant.client_id === asked.client_id
  if (!same || grant.challenge !== s256(asked.code_verifier)) throw new LineRefused('verifier')
  const iat = Math.floor(clock.ms() / 1000)
  const { sub, name, nonce, client_id: aud } = grant
  return idToken({ iss: issuer, sub, aud, iat, exp: iat + 3600, nonce, name, amr: ['pwd'] }, channel.secret)
}

/** Who one is at the fake: the same name is the same person. */
export function fakeUser(name: string): { sub: string; name: string } {
  return { sub: `U${createHash('sha256').update(name).digest('hex').slice(0, 32)}`, name }
}

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

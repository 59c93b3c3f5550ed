import { Line, OAuth2RequestError } from 'arctic'
import { personOf } from '#channels/line/id-token'
import { type LineLogin, LineRefused } from '#channels/line/login'

/** LINE Login itself, over the web (OAuth 2.1 with PKCE, OpenID Connect). */
export function webLogin(channel_id: string, channel_secret: string): LineLogin {
  const line = (redirect_uri: string) => new Line(channel_id, channel_secret, redirect_uri)
  return {
    name: 'line',
    authorization({ state, nonce, code_verifier, redirect_uri }) {
      const url = line(redirect_uri).createAuthorizationURL(state, code_verifier, ['openid', 'profile'])
      url.searchParams.set('nonce', nonce)
      // Offers the retailer's official account as a friend on the way.
      url.searchParams.set('bot_prompt', 'normal')
      return url
    },
    async person(code, { nonce, code_verifier, redirect_uri }) {
      const tokens = await line(redirect_uri)
        .validateAuthorizationCode(code, code_verifier)
        .catch((error: unknown) => {
          // Not reached is not refused: she may try again.
          throw error instanceof OAuth2RequestError ? new LineRefused('code') : error
        })
      return personOf(tokens.idToken(), { channel_id, channel_secret, nonce })
    },
  }
}

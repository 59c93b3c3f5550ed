import type { Texter } from '#channels/sms/text'

/**
 * SMS over an HTTP gateway that speaks Twilio's Messages resource (form with To, From, Body; Basic authentication), as many
 * carriers' gateways do. A gateway that does not answer within 10 s is given up on.
 */
export function gatewayTexter(url: string, from: string): Texter {
  const asked = new URL(url)
  const { username, password } = asked
  asked.username = ''
  asked.password = ''
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return {
    name: 'gateway',
    async send({ to, text }) {
      const answer = await fetch(asked, {
        method: 'POST',
        headers: { authorization: `Basic ${credentials}` },
        body: new URLSearchParams({ To: to, From: from, Body: text }),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      })
      await answer.body?.cancel()
      // Its words may repeat the number: only the status is told.
      if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
    },
  }
}

import { data } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import type { Notices } from '../../kit/shapes.ts'
import { apiOf } from '../api.server.ts'
import { reopening } from '../consent/Consent.tsx'
import { noticesOf } from '../known.server.ts'
import { bilingual, useLegalWords } from '../legal/legalWords.ts'
import { useLinkWords } from '../legal/linkWords.ts'
import { Written } from '../legal/Written.tsx'
import type { Route } from './+types/legal.external-transmission.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [notices, payment] = await Promise.all([
    noticesOf(api),
    takeIfAny(api.GET('/v1/orders/payments/configuration')).catch(() => null),
  ])
  return data({ ...notices, by_stripe: payment?.provider === 'stripe' }, { headers })
}

// The one company our own pages speak to: the policy of the final screen lets them.
const stripe: Notices['external_transmission'][number] = {
  recipient: 'Stripe, Inc.',
  service: bilingual('stripe'),
  sent: bilingual('stripeSent'),
  purpose: bilingual('stripePurpose'),
  policy_url: 'https://stripe.com/jp/privacy',
  opt_out_url: null,
}

/** 外部送信 (電気通信事業法27条の12): to whom these pages send what, and why. */
export default function ExternalTransmission({ loaderData }: Route.ComponentProps) {
  const w = useLegalWords()
  const links = useLinkWords()
  const written = loaderData.external_transmission
  const all =
    loaderData.by_stripe && !written.some(({ recipient }) => /stripe/i.test(recipient)) ? [...written, stripe] : written
  return (
    <article className="mx-auto grid max-w-[48rem] gap-4 px-4 pt-4 tablet:px-5 desk:pt-8">
      <h1 className="text-22 desk:text-28">{links.transmission}</h1>
      <p className="text-ink-2">{all.length > 0 ? w.sentIntro : w.nothingSent}</p>
      {all.map(({ recipient, service, sent, purpose, policy_url, opt_out_url }) => (
        <section key={recipient} className="rounded-12 border border-line bg-surface p-4">
          <h2 className="text-16">{recipient}</h2>
          <dl className="mt-2 grid gap-x-4 gap-y-1 text-14 tablet:grid-cols-[9rem_1fr]">
            <dt className="ui text-ink-2">{w.service}</dt>
            <dd>
              <Written text={service} />
            </dd>
            <dt className="ui text-ink-2">{w.sent}</dt>
            <dd>
              <Written text={sent} />
            </dd>
            <dt className="ui text-ink-2">{w.purpose}</dt>
            <dd>
              <Written text={purpose} />
            </dd>
          </dl>
          <p className="mt-2 flex flex-wrap gap-x-5 text-14">
            {policy_url && (
              <a
                href={policy_url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-11 items-center text-indigo underline"
              >
                {w.policy}
              </a>
            )}
            {opt_out_url && (
              <a
                href={opt_out_url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-11 items-center text-indigo underline"
              >
                {w.optOut}
              </a>
            )}
          </p>
        </section>
      ))}
      <section className="grid gap-2 border-t border-line pt-4 text-14">
        <h2 className="text-16">{w.ours}</h2>
        <p className="text-ink-2">{w.oursText}</p>
        <p className="text-ink-2">{w.needed}</p>
        <button
          type="button"
          onClick={() => dispatchEvent(new Event(reopening))}
          className="ui inline-flex min-h-11 cursor-pointer items-center justify-self-start font-bold text-indigo underline"
        >
          {links.cookies}
        </button>
      </section>
    </article>
  )
}

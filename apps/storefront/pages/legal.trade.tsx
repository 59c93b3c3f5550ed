import { data } from 'react-router'
import { apiOf } from '../api.server.ts'
import { noticesOf } from '../known.server.ts'
import { useLegalWords } from '../legal/legalWords.ts'
import { useLinkWords } from '../legal/linkWords.ts'
import { Written } from '../legal/Written.tsx'
import type { Route } from './+types/legal.trade.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  return data(await noticesOf(api), { headers })
}

const order = [
  'seller_name',
  'responsible_person',
  'address',
  'phone',
  'email',
  'price_note',
  'other_fees',
  'payment_methods',
  'payment_time',
  'delivery_time',
  'returns',
  'order_period',
  'restrictions',
  'requirements',
] as const

/** 特定商取引法に基づく表記, from the retailer's settings. */
export default function Trade({ loaderData: { legal } }: Route.ComponentProps) {
  const w = useLegalWords()
  const asked = legal.contact_on_request
  const rows = order.flatMap((key) => {
    const value = legal[key]
    const text = typeof value === 'string' ? { ja: value } : value
    if (!text.ja) return asked && (key === 'address' || key === 'phone') ? [{ key, text: { ja: w.onRequest } }] : []
    if (key === 'address' && legal.postal_code) return [{ key, text: prefixed(`〒${legal.postal_code} `, text) }]
    if (key === 'phone' && legal.phone_hours.ja)
      return [
        {
          key,
          text: {
            ja: `${text.ja}（${legal.phone_hours.ja}）`,
            en: `${text.ja} (${legal.phone_hours.en || legal.phone_hours.ja})`,
          },
        },
      ]
    return [{ key, text }]
  })
  return (
    <article className="mx-auto max-w-[48rem] px-4 pt-4 tablet:px-5 desk:pt-8">
      <h1 className="mb-4 text-22 desk:text-28">{useLinkWords().trade}</h1>
      {rows.length === 0 && <p className="text-ink-2">{w.unwritten}</p>}
      <dl className="divide-y divide-line border-y border-line empty:hidden">
        {rows.map(({ key, text }) => (
          <div key={key} className="grid gap-x-6 gap-y-1 py-3 tablet:grid-cols-[13rem_1fr]">
            <dt className="ui text-14 font-bold text-ink-2">{w[key]}</dt>
            <dd className="text-14">
              <Written text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function prefixed(before: string, text: { ja: string; en?: string | undefined }) {
  return { ja: before + text.ja, ...(text.en && { en: before + text.en }) }
}

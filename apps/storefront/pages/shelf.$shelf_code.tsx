import { useState } from 'react'
import { data, useSearchParams } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import { figure, fullDay, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { EmptyState } from '../../kit/States.tsx'
import type { Proof, ShelfCampaign } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { apiOf } from '../api.server.ts'
import { Outcome } from '../proofs/Outcome.tsx'
import { useProofWords } from '../proofs/proofWords.ts'
import { Tell } from '../proofs/Tell.tsx'
import { Terms } from '../proofs/Terms.tsx'
import type { Route } from './+types/shelf.$shelf_code.ts'

/** It is found at the shelf, not by searching. */
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: loaderData?.shelf?.name ?? 'QR' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const code = params.shelf_code
  const shelf = await takeIfAny(api.GET('/v1/proofs/shelves/{code}', { params: { path: { code } } }))
  return data({ shelf }, { headers })
}

/** What a QR code at a shelf opens: the goods, what they bring, and the receipt or serial to tell. */
export default function ShelfPage({ loaderData: { shelf } }: Route.ComponentProps) {
  const w = useProofWords()
  const lang = useLang()
  const [asked] = useSearchParams()
  const [proof, setProof] = useState<Proof | null>(null)
  if (!shelf) return <EmptyState icon="qr" title={w.unknownTitle} text={w.unknownText} />
  return (
    <div className="mx-auto grid max-w-[40rem] grid-cols-1 gap-5 px-4 pt-4 tablet:px-5 desk:pt-8">
      <Head shelf={shelf} first={asked.get('goods')} />
      {proof ? (
        <Outcome proof={proof} onMore={() => setProof(null)} />
      ) : shelf.state === 'running' ? (
        <Tell shelf={shelf} first={asked.get('goods')} onTold={setProof} />
      ) : (
        <Notice tone="warning">{shelf.state === 'before' ? w.before(fullDay(shelf.starts_on, lang)) : w.over}</Notice>
      )}
      <Terms shelf={shelf} />
    </div>
  )
}

function Head({ shelf, first }: { shelf: ShelfCampaign; first: string | null }) {
  const w = useProofWords()
  const name = useName()
  const lang = useLang()
  const shown = shelf.goods.find(({ variant_id }) => variant_id === first) ?? shelf.goods[0]
  const gets = [
    ...(shelf.rate_num > 0 ? [w.getsPoints(yen(shelf.rate_den), figure(shelf.rate_num))] : []),
    ...(shelf.takes_serials ? [w.getsSerial(figure(shelf.serial_points))] : []),
    ...(shelf.prizes.length > 0 ? [w.getsDraw] : []),
    ...(shelf.coupon ? [w.getsCoupon(name(shelf.coupon))] : []),
  ]
  return (
    <header className="grid gap-3">
      <p className="ui text-12 text-ink-2">{w.maker(shelf.maker)}</p>
      <h1 className="text-22 desk:text-28">{name(shelf)}</h1>
      {shown && (
        <div className="grid grid-cols-[6rem_1fr] items-center gap-4">
          <Picture src={pictureUrl(shown.picture_id)} className="size-24 rounded-6" eager />
          <p className="grid gap-1 text-14">
            <b className="text-16">{name(shown)}</b>
            {shelf.goods.length > 1 && (
              <span className="text-12 text-ink-2">
                {w.goods}：{figure(shelf.goods.length)}
              </span>
            )}
            <span className="figures text-12 text-ink-2">
              {w.period(fullDay(shelf.starts_on, lang), fullDay(shelf.ends_on, lang))}
            </span>
            <span className="text-12 text-ink-2">{w.anywhere}</span>
          </p>
        </div>
      )}
      <ul className="grid gap-1 rounded-6 bg-wood-tint px-4 py-3 text-14">
        {gets.map((line) => (
          <li key={line} className="figures flex items-center gap-2">
            <Icon name="check" size={18} className="text-wood" />
            {line}
          </li>
        ))}
      </ul>
    </header>
  )
}

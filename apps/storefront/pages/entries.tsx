import { useEffect } from 'react'
import { data, Link, useRevalidator } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { figure, fullDay, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Proof } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { useProofWords } from '../proofs/proofWords.ts'
import { useShop } from '../shop.ts'
import type { Route } from './+types/entries.ts'

const look_again_ms = 1_500

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const found = await takeIfAny(api.GET('/v1/proofs/me/entries', { params: { query: { limit: 200 } } }))
  return data({ items: found?.items ?? [] }, { headers })
}

/** Every receipt and serial she told, what it brought or waits for; a guest's too. */
export default function Entries({ loaderData: { items } }: Route.ComponentProps) {
  const w = useProofWords()
  const member = Boolean(useShop()?.member)
  const kept = items.some(({ state }) => state === 'kept')
  useLookAgain(member && kept)
  return (
    <Page title={w.entries} text={w.entriesText} back="/entries" anyone>
      {items.length === 0 ? (
        <EmptyState icon="qr" title={w.none} text={w.noneText} />
      ) : (
        <>
          {kept && !member && (
            <Link to="/account?back=%2Fentries" className={buttonClass('filled', 'main')}>
              {w.join}
            </Link>
          )}
          <ul className="divide-y divide-line border-y border-line">
            {items.map((proof) => (
              <Row key={proof.proof_id} proof={proof} member={member} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function Row({ proof, member }: { proof: Proof; member: boolean }) {
  const w = useProofWords()
  const name = useName()
  const lang = useLang()
  const { state, prize, kind, shop, price_yen } = proof
  const what = state === 'kept' && member ? w.state_soon : w[`state_${state}` as 'state_kept']
  const bought = kind === 'serial' ? [w.bySerialShort] : [shop, price_yen !== null && yen(price_yen)]
  const drawn = prize
    ? prize.state === 'given'
      ? w.prize_given(name(prize))
      : w.prize_won(name(prize))
    : proof.drawn && w.noPrize
  return (
    <li className="ui grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 py-3 text-14">
      <b>{name({ name: proof.variant, name_en: proof.variant_en })}</b>
      <b className="figures">{proof.expected_points > 0 ? w.plus(figure(proof.expected_points)) : ''}</b>
      <span className="figures text-12 text-ink-2">
        {[fullDay(proof.entered_at, lang), ...bought].filter(Boolean).join('・')}
      </span>
      <span className="text-right text-12 text-ink-2">{what}</span>
      {drawn && <span className="col-span-2 text-12">{drawn}</span>}
      {proof.coupon && <span className="col-span-2 text-12">{w.hasCoupon}</span>}
    </li>
  )
}

/** What was kept for her comes a moment after she joined. */
function useLookAgain(waits: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!waits || state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), look_again_ms)
    return () => clearTimeout(timer)
  }, [waits, state, revalidate])
}

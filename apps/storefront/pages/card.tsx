import { useState } from 'react'
import { data, Link, useNavigate } from 'react-router'
import { Button, buttonClass, IconButton } from '../../kit/Button.tsx'
import { Ean13 } from '../../kit/Code.tsx'
import { takeIfAny } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { EmptyState } from '../../kit/States.tsx'
import { apiOf } from '../api.server.ts'
import { Balance } from '../card/Balance.tsx'
import { useCard } from '../card/keep.ts'
import { LiveQr } from '../card/LiveQr.tsx'
import { keptCard } from '../card/shelf.ts'
import { useWakeLock } from '../card/wakeLock.ts'
import { HandOver } from '../cart/HandOver.tsx'
import { useWords } from '../words.ts'
import type { Route } from './+types/card.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const [card, points] = await Promise.all([
    takeIfAny(api.GET('/v1/customers/me/card')),
    takeIfAny(api.GET('/v1/loyalty/me')),
  ])
  return data({ card, points }, { headers })
}

/** Opened from any page of this house: as last seen, at once, without asking anybody; it renews itself once it stands. */
export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  const kept = keptCard()
  if (kept) return { card: kept.card, points: kept.points }
  return serverLoader().catch(() => ({ card: null, points: null }))
}

/** The member card: pure white in either theme, no bar, only ×, so that any reader takes it at once. */
export default function CardPage({ loaderData }: Route.ComponentProps) {
  const w = useWords()
  const k = useKitWords()
  const navigate = useNavigate()
  useWakeLock()
  const { card, points, clock_error_ms } = useCard(loaderData)
  const [handing, setHanding] = useState(false)
  const close = <IconButton icon="close" label={k.close} onPress={() => navigate('/')} className="-mr-2.5" />
  return (
    <div data-theme="light" className="fixed inset-0 z-40 overflow-y-auto bg-white text-ink">
      <div className="mx-auto flex min-h-full max-w-[26rem] flex-col px-5 pb-5">
        {card ? (
          <>
            <header className="flex h-15 items-center justify-between">
              <h1 className="text-18">{w.named(card.name ?? '')}</h1>
              <span className="flex items-center gap-2">
                <span className="ui flex items-center gap-1.5 rounded-full bg-green-tint px-2.5 py-1 text-12 text-green">
                  <Icon name="sun" size={16} />
                  {w.brightness}
                </span>
                {close}
              </span>
            </header>
            <section className="grid justify-items-center overflow-hidden rounded-12 border border-line pb-4 shadow-lift">
              <p className="ui flex w-full justify-between bg-wood-tint px-4 py-2 text-14 text-wood">
                <b>{w.validMember}</b>
              </p>
              <LiveQr card={card} clock_error_ms={clock_error_ms} label={w.card} />
              <Ean13 digits={card.member_number} label={`${w.member} ${card.member_number}`} />
            </section>
            {points && <Balance points={points} />}
            <footer className="mt-auto grid gap-3 pt-5">
              <Button look="outline" icon="swap" className="min-h-12" onPress={() => setHanding(true)}>
                {w.cardHandOver}
              </Button>
              <p className="text-center text-12 text-ink-2">{w.cardOffline}</p>
            </footer>
            <HandOver open={handing} onClose={() => setHanding(false)} />
          </>
        ) : (
          <>
            <header className="flex h-15 items-center justify-end">{close}</header>
            <EmptyState icon="card" title={w.cardGuest} text={w.cardGuestText}>
              <Link to="/account" className={buttonClass()}>
                {w.guestLink}
              </Link>
            </EmptyState>
          </>
        )}
      </div>
    </div>
  )
}

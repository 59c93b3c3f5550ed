import { data, Link } from 'react-router'
import { takeIfAny } from '../../kit/client.ts'
import { figure, fullDay, shortDay } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import { useLang } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { Page } from '../account/Page.tsx'
import { StampCard } from '../account/StampCard.tsx'
import { TierBlock } from '../account/TierBlock.tsx'
import { apiOf } from '../api.server.ts'
import { chip } from '../Goods.tsx'
import { useShop } from '../shop.ts'
import type { Route } from './+types/points.ts'

const PAGE = 50

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const before = new URL(request.url).searchParams.get('before')
  const query = { limit: PAGE, ...(before && { before }) }
  const [points, tier, stamps, expiries, statement] = await Promise.all([
    takeIfAny(api.GET('/v1/loyalty/me')),
    takeIfAny(api.GET('/v1/loyalty/me/tier')),
    takeIfAny(api.GET('/v1/loyalty/me/stamps')),
    takeIfAny(api.GET('/v1/loyalty/me/expiries')),
    takeIfAny(api.GET('/v1/loyalty/me/statement', { params: { query } })),
  ])
  return data(
    {
      points,
      tier,
      cards: stamps?.items ?? [],
      expiries: expiries?.items ?? [],
      moves: statement?.items ?? [],
      next: statement?.next ?? null,
    },
    { headers },
  )
}

/** Points: what there is, what ends when, and what moved them. */
export default function PointsPage({
  loaderData: { points, tier, cards, expiries, moves, next },
}: Route.ComponentProps) {
  const w = useAccountWords()
  const lang = useLang()
  const name = useName()
  const shops = useShop()?.shops ?? []
  const kinds = w as unknown as Record<string, string>
  const most = Math.max(1, ...expiries.map(({ amount }) => amount))
  const known = moves.filter(({ amount }) => amount !== 0)
  return (
    <Page title={w.points} back="/points">
      <p className="ui">
        <span className="text-12 text-ink-2">{w.have}</span>
        <b className="figures block text-40">{figure(points?.available ?? 0)}</b>
        {points && points.pending > 0 && (
          <span className="figures text-12 text-ink-2">{w.pending(figure(points.pending))}</span>
        )}
      </p>
      {tier && <TierBlock view={tier} />}
      {cards.map((card) => (
        <StampCard key={card.key} card={card} />
      ))}
      {expiries.length > 0 && (
        <section>
          <h2 className="mb-2 text-16">{w.endOn}</h2>
          <ul className="grid gap-2">
            {expiries.map(({ expires_at, amount }) => (
              <li key={expires_at} className="figures grid grid-cols-[1fr_auto] gap-x-3 text-14">
                <span>{w.until(fullDay(expires_at, lang))}</span>
                <b>
                  {figure(amount)} <span className="text-12 font-normal text-ink-2">{w.pointsUnit}</span>
                </b>
                <span aria-hidden="true" className="col-span-2 h-2 rounded-[2px] bg-sunk">
                  <span
                    className="block h-full rounded-[2px] bg-board"
                    style={{ width: `${(amount * 100) / most}%` }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="mb-1 text-16">{w.moves}</h2>
        {known.length === 0 ? (
          <EmptyState icon="stamp" title={w.noPoints} text={w.noPointsText} />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {known.map((move) => {
              const place = shops.find((each) => each.place_id === move.place_id)
              const row = (
                <>
                  <span className="ui">
                    <b className="block text-14">
                      {move.name?.[lang] ??
                        (move.source_kind === 'proof' ? w.proofMove : kinds[move.kind]) ??
                        w.otherMove}
                    </b>
                    <span className="figures text-12 text-ink-2">
                      {shortDay(move.event_at, lang)} {place && name(place)}
                    </span>
                  </span>
                  <b className={`figures text-16 ${move.amount > 0 ? 'text-green' : ''}`}>
                    {move.amount > 0 ? '+' : ''}
                    {figure(move.amount)}
                  </b>
                </>
              )
              const line = 'flex min-h-13 items-center justify-between gap-3 py-2'
              return (
                <li key={move.journal_id}>
                  {move.source_kind === 'order' || move.source_kind === 'proof' ? (
                    <Link to={move.source_kind === 'order' ? `/orders/${move.source_id}` : '/entries'} className={line}>
                      {row}
                    </Link>
                  ) : (
                    <span className={line}>{row}</span>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </section>
      {next && (
        <p className="text-center">
          <Link to={`?before=${encodeURIComponent(next)}`} className={chip(false)}>
            {w.older}
          </Link>
        </p>
      )}
    </Page>
  )
}

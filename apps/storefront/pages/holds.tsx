import { data, Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take, takeIfAny } from '../../kit/client.ts'
import { shortDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { EmptyState } from '../../kit/States.tsx'
import type { Hold } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { useAccountWords } from '../account/accountWords.ts'
import { Page } from '../account/Page.tsx'
import { apiOf } from '../api.server.ts'
import { api } from '../api.ts'
import { type Goods, goodsOf } from '../order/goods.ts'
import { Lines } from '../order/Lines.tsx'
import { useShop } from '../shop.ts'
import { useMomentWords } from '../when.ts'
import { useWords } from '../words.ts'
import type { Route } from './+types/holds.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { api, headers } = apiOf(request)
  const found = await takeIfAny(api.GET('/v1/orders/holds', { params: { query: { limit: 50 } } }))
  const holds = found?.items ?? []
  return data(
    {
      holds,
      goods: await goodsOf(
        api,
        holds.flatMap(({ lines }) => lines),
      ),
    },
    { headers },
  )
}

/** What shops keep for me, until when; and what was kept before. */
export default function Holds({ loaderData: { holds, goods } }: Route.ComponentProps) {
  const w = useAccountWords()
  const shop = useWords()
  const open = holds.filter(({ state }) => state === 'held')
  const ended = holds.filter(({ state }) => state !== 'held')
  return (
    <Page title={w.holds} back="/holds">
      {open.length === 0 ? (
        <EmptyState icon="bookmark" title={w.noHolds} text={w.noHoldsText}>
          <Link to="/search" className={buttonClass('outline')}>
            {shop.toSearch}
          </Link>
        </EmptyState>
      ) : (
        open.map((hold) => <Open key={hold.hold_id} hold={hold} goods={goods} />)
      )}
      {ended.length > 0 && (
        <section>
          <h2 className="mb-1 text-16">{w.ended}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {ended.map((hold) => (
              <Ended key={hold.hold_id} hold={hold} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Open({ hold, goods }: { hold: Hold; goods: Goods }) {
  const w = useAccountWords()
  const name = useName()
  const text = useText()
  const say = useToast()
  const moment = useMomentWords()
  const { revalidate } = useRevalidator()
  const place = useShop()?.shops.find((each) => each.place_id === hold.place_id)
  const release = useAct(async (key) => {
    const params = { path: { hold_id: hold.hold_id } }
    await take(api.POST('/v1/orders/holds/{hold_id}/release', { params, ...keyed(key) }))
    say(w.released)
    await revalidate()
  })
  const lines = hold.lines.map((line) => ({ ...line, amount_yen: line.unit_yen * line.quantity, reduced: false }))
  return (
    <section className="rounded-12 border border-line bg-surface p-4">
      <header className="flex items-center gap-3">
        <span className="grid size-11 place-items-center rounded-6 bg-wood-tint text-wood">
          <Icon name="bookmark" />
        </span>
        <div className="ui grow">
          <h2 className="text-16">{w.heldAt(place ? name(place) : '')}</h2>
          <p className="figures text-14 font-bold text-amber">{w.heldUntil(moment(hold.expires_at))}</p>
        </div>
      </header>
      <div className="my-3">
        <Lines lines={lines} goods={goods} />
      </div>
      <p className="text-12 text-ink-2">{w.showAtTill}</p>
      {release.refused && <Notice tone="refused">{text(release.refused.text)}</Notice>}
      <Button look="quiet" className="mt-2 -ml-4" isDisabled={release.busy} onPress={() => release.run()}>
        {w.letGo}
      </Button>
    </section>
  )
}

function Ended({ hold }: { hold: Hold }) {
  const w = useAccountWords()
  const lang = useLang()
  return (
    <li className="ui flex items-center justify-between gap-3 py-3 text-14">
      <span className="min-w-0 truncate">{hold.lines.map((line) => line.name).join('・')}</span>
      <span className="figures shrink-0 text-12 text-ink-2">
        {shortDay(hold.closed_at ?? hold.held_at, lang)} {hold.state === 'sold' ? w.sold : w.gone}
      </span>
    </li>
  )
}

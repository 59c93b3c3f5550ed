import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { figure, fullDay, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Customer } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { useMay } from '../office.ts'
import { Why } from '../segments/Why.tsx'
import { useWords } from '../words.ts'

const SHADES = ['bg-amber', 'bg-board', 'bg-board-pale']

/** Points by when they go, then what she spent, where she comes, what waits for her. */
export function Worth({ customer }: { customer: Customer }) {
  const w = useWords()
  const lang = useLang()
  const name = useName()
  const reads = useMay(['manager', 'marketer'])
  const { points, waiting, cart, visits } = customer
  return (
    <>
      <h2 className="mb-1 text-14 text-ink-2">{w.points}</h2>
      <p className="ui">
        <b className="figures text-40">
          {reads ? (
            <Link to={`/ledger?profile=${customer.customer_id}`} className="hover:text-indigo">
              {figure(points.available)}
            </Link>
          ) : (
            figure(points.available)
          )}
        </b>{' '}
        {points.pending > 0 && (
          <span className="figures text-14 text-ink-2">
            {w.pending} +{figure(points.pending)}
          </span>
        )}
      </p>
      <Expiry points={points} />
      <dl className="figures ui mt-6 grid gap-2 text-14">
        <Fact name={w.spend}>{yen(customer.spend_12_months_yen)}</Fact>
        <Fact name={w.ordersTotal}>{figure(customer.orders_count)}</Fact>
        <Fact name={w.visits}>{w.visitsOf(figure(customer.visits_30_days))}</Fact>
        {visits.map((visit) => (
          <Fact key={visit.place_id} name={`　${visit.place_name ?? ''}`}>
            {w.visitsOf(figure(visit.visits))}
          </Fact>
        ))}
      </dl>
      <Liked tags={customer.tags} />
      {customer.segments.length > 0 && (
        <>
          <h2 className="mt-6 mb-2 text-14 text-ink-2">{w.segments}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {customer.segments.map((one) => (
              <li key={one.segment_id} className="ui py-2 text-14">
                <b>{name(one)}</b> <span className="text-12 text-ink-2">{w.sinceDay(fullDay(one.since, lang))}</span>
                <Why why={one.why} conditions={one.conditions} />
              </li>
            ))}
          </ul>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h2 className="mt-6 mb-2 text-14 text-ink-2">{w.waiting}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {waiting.map((order) => (
              <li key={order.order_id} className="ui figures py-2 text-14">
                <b>{order.number}</b>
                <span className="block text-12 text-ink-2">
                  {w.waitingAt(order.place_name ?? '', figure(order.pieces))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {cart && cart.lines.length > 0 && (
        <>
          <h2 className="mt-6 mb-2 text-14 text-ink-2">{w.inCart}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {cart.lines.map((line) => (
              <li key={line.variant_id} className="ui flex justify-between gap-3 py-2 text-14">
                {line.name}
                <span className="figures text-ink-2">{w.pieces(figure(line.quantity))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What is concluded of her, each with the newest it rests on. */
function Liked({ tags }: { tags: Customer['tags'] }) {
  const w = useWords()
  const lang = useLang()
  const name = useName()
  if (tags.length === 0) return null
  return (
    <>
      <h2 className="mt-6 mb-2 text-14 text-ink-2">{w.tagsOfHer}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {tags.map((tag) => (
          <li key={tag.tag_id} className="ui py-2 text-14">
            <b>{name(tag)}</b> <span className="figures text-12 text-ink-2">{tag.strength}</span>{' '}
            <span className="text-12 text-ink-2">{w.sinceDay(fullDay(tag.since, lang))}</span>
            {tag.evidence.slice(0, 3).map(({ kind, at, name: what }) => (
              <span key={`${kind} ${at} ${what}`} className="block text-12 text-ink-2">
                {fullDay(at, lang)} {kind === 'bought' ? w.tagBought(what) : w.tagViewed(what)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-3 border-b border-line pb-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-bold">{children}</dd>
    </div>
  )
}

/** Points as boards, the soonest to go first, each printed beside its day. */
function Expiry({ points }: { points: Customer['points'] }) {
  const w = useWords()
  const lang = useLang()
  const sum = points.expiring.reduce((total, lot) => total + lot.points, 0)
  if (sum === 0) return null
  return (
    <>
      <div aria-hidden="true" className="mt-2 flex h-3 gap-1">
        {points.expiring.map((lot, at) => (
          <span
            key={lot.expires_at}
            style={{ flexGrow: lot.points }}
            className={`min-w-1 rounded-[2px] ${SHADES[Math.min(at, 2)]}`}
          />
        ))}
      </div>
      <ul className="mt-1 divide-y divide-line border-b border-line">
        {points.expiring.map((lot, at) => (
          <li
            key={lot.expires_at}
            className={`ui figures flex justify-between py-2 text-14 ${at === 0 ? 'font-bold text-amber' : ''}`}
          >
            {w.expiry(fullDay(lot.expires_at, lang))}
            <b>{figure(lot.points)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

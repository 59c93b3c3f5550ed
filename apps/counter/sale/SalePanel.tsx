import { memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Button, IconButton } from '../../kit/Button.tsx'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import { isReduced, percent } from '../../kit/tax.ts'
import { useWords } from '../words.ts'
import { Coupons } from './Coupons.tsx'
import { useDiscountWords } from './discountWords.ts'
import { useMemberPoints } from './points.ts'
import { SaleBar } from './SaleBar.tsx'
import { useSale } from './sale.tsx'
import type { Member, SaleLine } from './shapes.ts'
import { useSums } from './sums.ts'

/** The sale: member on top, lines growing down, sums pinned to the floor. `children` is what stands below the total. */
export function SalePanel({ children }: { children?: ReactNode }) {
  const { member } = useSale()
  return (
    <section className="isolate flex flex-col border-line bg-surface desk:h-full desk:min-h-0 desk:border-r">
      {member ? <MemberStrip member={member} /> : <NoMember />}
      <Lines />
      <SaleBar />
      <Facts />
      <div className="border-t border-line bg-ground px-5 pt-3 pb-4">
        <Total />
        {children}
      </div>
    </section>
  )
}

function NoMember() {
  const w = useWords()
  return (
    <Link
      to="/customers"
      className="ui flex h-16 shrink-0 items-center gap-3 border-b border-line px-5 text-14 text-ink-2"
    >
      <Icon name="scan" className="text-wood" />
      {w.noMember}
      <Icon name="right" size={18} className="ml-auto" />
    </Link>
  )
}

function MemberStrip({ member }: { member: Member }) {
  const w = useWords()
  const { setMember } = useSale()
  const points = useMemberPoints(member)
  return (
    <div className="ui flex h-16 shrink-0 items-center gap-3 border-b border-line bg-wood-tint pl-5">
      <Icon name="card" className="text-wood" />
      <span className="min-w-0 grow">
        <b className="block truncate text-16">
          {member.name ? w.named(member.name) : member.code ? w.cardOf(member.code.slice(-4)) : w.guestSale}
        </b>
        {!member.profile_id && <span className="text-14 text-wood">{w.earnsLater}</span>}
        {points !== null && <span className="figures text-14 text-wood">{w.pointsOf(figure(points))}</span>}
      </span>
      {member.profile_id && (
        <Link
          to={`/customers/${member.customer_id ?? member.profile_id}`}
          className="flex min-h-14 items-center gap-1 text-14 font-bold text-indigo"
        >
          {w.toMember}
          <Icon name="right" size={18} />
        </Link>
      )}
      <IconButton
        icon="close"
        size={18}
        label={w.removeMember}
        onPress={() => setMember(null)}
        className="!text-ink-2"
      />
    </div>
  )
}

function Lines() {
  const w = useWords()
  const k = useKitWords()
  const { lines, last, undo, done, coupons, setQuantity } = useSale()
  const { quote } = useSums()
  const prices = new Map(quote?.lines.map((each) => [each.id, each]))
  const reasons = useReasons()
  if (lines.length === 0 && !last && !done && coupons.length === 0) {
    return (
      <div className="grid min-h-44 grow content-center justify-items-center gap-1 px-8 text-center desk:min-h-0">
        <Icon name="scan" size={40} className="mb-2 text-ink-3" />
        <p className="text-16 text-ink-2">{w.emptySale}</p>
        <p className="text-14 text-ink-3">{w.emptySaleText}</p>
      </div>
    )
  }
  return (
    <div className="flex min-h-0 grow flex-col-reverse overflow-y-auto overscroll-contain px-5">
      <div className="grow">
        <ul className="divide-y divide-line border-line not-empty:border-b">
          {lines.map((line) => {
            const price = prices.get(line.variant_id)
            return (
              <Line
                key={line.variant_id}
                line={line}
                total_yen={price?.total_yen}
                unit_yen={price?.shown_unit_yen}
                reduced={price?.reduced}
                off_yen={price?.discount_yen}
                reasons={reasons.get(line.variant_id)}
                onCount={setQuantity}
              />
            )
          })}
        </ul>
        <Coupons />
        {last && (
          <p role="status" className="ui flex min-h-14 items-center justify-between text-14 text-ink-2">
            {last.text}
            <Button look="quiet" icon="undo" className="-mr-4" onPress={undo}>
              {k.undo}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}

type LineProps = {
  line: SaleLine
  total_yen: number | undefined
  unit_yen: number | undefined
  reduced: boolean | undefined
  off_yen: number | undefined
  /** The offers behind it, in words. */
  reasons: string | undefined
  onCount: (line: SaleLine, quantity: number) => void
}

/** Drawn and painted anew (hence isolated) only when it has itself changed: a scan into a long sale costs one line. */
const Line = memo(function Line({ line, total_yen, unit_yen, reduced, off_yen, reasons, onCount }: LineProps) {
  const name = useName()
  const d = useDiscountWords()
  return (
    <li className="ui isolate grid grid-cols-[3.25rem_1fr_auto] items-center gap-x-3 pt-2.5 pb-1">
      <Picture src={pictureUrl(line.good.picture_id)} className="row-span-2 size-13 self-start rounded-6 p-1" />
      <span className="truncate text-16">
        {name(line.good)} {optionsText(line.good.options)}
      </span>
      <b className="figures text-right text-18">{total_yen !== undefined && yen(total_yen)}</b>
      <span className="figures text-14 text-ink-2">
        {unit_yen !== undefined && yen(unit_yen)} × {line.quantity}
        {reduced && '　※'}
        {off_yen !== undefined && off_yen > 0 && (
          <span className="block text-vermilion">
            {d.off(yen(off_yen))}
            {reasons && `　${reasons}`}
          </span>
        )}
      </span>
      <span className="-mr-3">
        <Stepper value={line.quantity} onChange={(quantity) => onCount(line, quantity)} />
      </span>
    </li>
  )
})

/** The offers that take something off each line, in words. */
function useReasons(): Map<string, string> {
  const name = useName()
  const { quote } = useSums()
  const named = new Map<string, string[]>()
  for (const { offer, lines } of quote?.offers ?? [])
    for (const { id, yen: off } of lines) if (off > 0) named.set(id, [...(named.get(id) ?? []), name(offer)])
  return new Map([...named].map(([id, names]) => [id, names.join('・')]))
}

/** Count, tax by rate, points to earn: one line each, where they always are. */
function Facts() {
  const w = useWords()
  const { pieces, quote } = useSums()
  return (
    <div className="figures ui grid min-h-[3.75rem] shrink-0 content-end gap-1 px-5 pb-3 text-14 text-ink-2">
      {pieces > 0 && (
        <p className="flex flex-wrap gap-x-4">
          <span>{w.items(figure(pieces))}</span>
          {quote?.taxes.map((tax) => (
            <span key={`${tax.rate_num}/${tax.rate_den}`}>
              {w.taxOf(
                `${isReduced(tax, quote.lines) ? '※' : ''}${percent(tax)}`,
                yen(tax.taxable_yen),
                yen(tax.tax_yen),
              )}
            </span>
          ))}
        </p>
      )}
      {quote && quote.points_earned > 0 && <b className="text-wood">＋ {w.earns(figure(quote.points_earned))}</b>}
    </div>
  )
}

function Total() {
  const w = useWords()
  const { done, lines } = useSale()
  const { total_yen } = useSums()
  return (
    <p className="flex items-baseline justify-between">
      <b className="text-18">{w.total}</b>
      <b className="figures text-56 leading-none">{yen(done && lines.length === 0 ? done.total_yen : total_yen)}</b>
    </p>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Button, IconButton } from '../../kit/Button.tsx'
import { figure, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useKitWords } from '../../kit/kitWords.ts'
import { Picture } from '../../kit/Picture.tsx'
import { Stepper } from '../../kit/Stepper.tsx'
import { useText } from '../../kit/words.ts'
import { useWords } from '../words.ts'
import { type SaleLine, useSale } from './sale.tsx'
import { useSums } from './sums.ts'

/** The sale: member on top, lines growing down, sums pinned to the floor. `children` is what stands below the total. */
export function SalePanel({ children }: { children?: ReactNode }) {
  return (
    <section className="flex h-full min-h-0 flex-col border-r border-line bg-surface">
      <MemberStrip />
      <Lines />
      <Facts />
      <div className="border-t border-line bg-ground px-5 pt-3 pb-4">
        <Total />
        {children}
      </div>
    </section>
  )
}

function MemberStrip() {
  const w = useWords()
  const text = useText()
  const { member, setMember } = useSale()
  if (!member) {
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
  const facts = [member.tier && text(member.tier), `${figure(member.points)}${w.points}`].filter(Boolean)
  return (
    <div className="ui flex h-16 shrink-0 items-center gap-3 border-b border-line bg-wood-tint pl-5">
      <Icon name="card" className="text-wood" />
      <span className="min-w-0 grow">
        <b className="block truncate text-16">{w.named(member.name)}</b>
        <span className="figures text-14 text-wood">{facts.join('・')}</span>
      </span>
      <Link
        to={`/customers/${member.customer_id}`}
        className="flex min-h-14 items-center gap-1 text-14 font-bold text-indigo"
      >
        {w.toMember}
        <Icon name="right" size={18} />
      </Link>
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
  const { lines, last, undo, done } = useSale()
  if (lines.length === 0 && !done) {
    return (
      <div className="grid grow content-center justify-items-center gap-1 px-8 text-center">
        <Icon name="scan" size={40} className="mb-2 text-ink-3" />
        <p className="text-16 text-ink-2">{w.emptySale}</p>
        <p className="text-14 text-ink-3">{w.emptySaleText}</p>
      </div>
    )
  }
  return (
    <div className="flex min-h-0 grow flex-col-reverse overflow-y-auto overscroll-contain px-5">
      <div className="grow">
        <ul className="divide-y divide-line border-b border-line">
          {lines.map((line) => (
            <Line key={line.variant_id} line={line} />
          ))}
        </ul>
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

function Line({ line }: { line: SaleLine }) {
  const text = useText()
  const { setQuantity } = useSale()
  return (
    <li className="ui grid grid-cols-[3.25rem_1fr_auto_auto] items-center gap-3 py-3">
      <Picture src={line.picture_url} className="size-13 rounded-6 p-1" />
      <span className="min-w-0">
        <span className="block truncate text-16">
          {text(line.name)} {line.options && text(line.options)}
        </span>
        <span className="figures text-14 text-ink-2">
          {yen(line.unit_price_yen)}
          {line.reduced && ' ※'}
        </span>
      </span>
      <Stepper value={line.quantity} onChange={(quantity) => setQuantity(line.variant_id, quantity)} />
      <b className="figures w-20 text-right text-18">{yen(line.unit_price_yen * line.quantity)}</b>
    </li>
  )
}

/** Count, tax by rate, points to earn: one line each, where they always are. */
function Facts() {
  const w = useWords()
  const { lines } = useSale()
  const sums = useSums()
  return (
    <div className="figures ui grid min-h-[3.75rem] shrink-0 content-end gap-1 px-5 pb-3 text-14 text-ink-2">
      {lines.length > 0 && (
        <p className="flex flex-wrap gap-x-4">
          <span>{w.items(figure(sums.count))}</span>
          {sums.taxes.map((tax) => (
            <span key={tax.rate_percent}>
              {w.taxOf(`${tax.reduced ? '※' : ''}${tax.rate_percent}`, yen(tax.taxable_yen), yen(tax.tax_yen))}
            </span>
          ))}
        </p>
      )}
      {sums.points !== null && sums.points > 0 && <b className="text-wood">＋ {w.earns(figure(sums.points))}</b>}
    </div>
  )
}

function Total() {
  const w = useWords()
  const { done, lines } = useSale()
  const sums = useSums()
  const shown = done && lines.length === 0 ? done.order.totals.total_yen : sums.total_yen
  return (
    <p className="flex items-baseline justify-between">
      <b className="text-18">{w.total}</b>
      <b className="figures text-56 leading-none">{yen(shown)}</b>
    </p>
  )
}

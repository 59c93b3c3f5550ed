import { Qr } from '../../kit/Code.tsx'
import { figure, fullDay, time, yen } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useName } from '../../kit/naming.ts'
import type { OrderSettings } from '../../kit/shapes.ts'
import { isReduced, percent } from '../../kit/tax.ts'
import { useLang } from '../../kit/words.ts'
import { useCardWords } from '../gift-cards/words.ts'
import type { Paper } from '../offline/shapes.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { useDiscountWords } from './discountWords.ts'

/** A receipt on white paper: lines with ※, the total, tax once per rate, how it was paid, what it earned. */
export function Receipt({ paper }: { paper: Paper }) {
  const w = useWords()
  return (
    <div className="mx-auto grid w-full max-w-[26rem] content-start gap-4">
      <p role="status" className="ui flex items-center gap-3 text-22 font-bold text-green">
        <Icon name="check" size={28} />
        {w.received}
      </p>
      <article
        data-theme="light"
        data-print
        className="figures grid gap-3 rounded-6 border border-line bg-white p-6 text-14 text-ink shadow-lift"
      >
        <Head paper={paper} />
        <ul className="grid gap-2 border-y border-dashed border-control py-3">
          {paper.lines.map((line) => (
            <li key={line.line_no} className="ui grid grid-cols-[1fr_auto] gap-x-4">
              <span>
                {line.name}
                {line.reduced && ' ※'}
              </span>
              <span>{yen(line.amount_yen)}</span>
              {line.discount_yen > 0 && (
                <span className="text-12 text-ink-2">
                  <Off paper={paper} line={line} />
                </span>
              )}
              {line.quantity > 1 && (
                <span className="text-12 text-ink-2">
                  {yen(line.unit_yen)} × {line.quantity}
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="flex items-baseline justify-between">
          <b className="text-16">{w.total}</b>
          <b className="text-28">{yen(paper.total_yen)}</b>
        </p>
        <ul className="ui grid gap-1 text-right text-12 text-ink-2">
          {paper.taxes.map((tax) => (
            <li key={`${tax.rate_num}/${tax.rate_den}`}>
              {w.taxOf(
                `${isReduced(tax, paper.lines) ? '※' : ''}${percent(tax)}`,
                yen(tax.taxable_yen),
                yen(tax.tax_yen),
              )}
            </li>
          ))}
        </ul>
        <Payments paper={paper} />
        {paper.earns_later && <b className="text-center text-wood">{w.earnsLater}</b>}
        {paper.points_earned > 0 && <b className="text-center text-wood">{w.earnedNow(figure(paper.points_earned))}</b>}
        <span className="mx-auto">
          <Qr text={paper.number} size={84} label={w.receiptNumber(paper.number)} />
        </span>
        {paper.lines.some((line) => line.reduced) && <p className="text-12 text-ink-3">{w.reducedNote}</p>}
      </article>
    </div>
  )
}

// What was taken off the line, and why where that is known.
function Off({ paper, line }: { paper: Paper; line: Paper['lines'][number] }) {
  const d = useDiscountWords()
  const lang = useLang()
  const given = (paper.discounts ?? []).filter(({ lines }) => lines.some(({ line_no }) => line_no === line.line_no))
  const why = [...new Set(given.map(({ name, name_en }) => (lang === 'en' && name_en ? name_en : name)))]
  return why.length > 0 ? d.offFor(why.join('・'), yen(line.discount_yen)) : d.off(yen(line.discount_yen))
}

function Head({ paper }: { paper: Paper }) {
  const w = useWords()
  const name = useName()
  const lang = useLang()
  const { place, terms } = useTill()
  const issuer = issuerOn(terms.settings.issuers, paper.placed_at.slice(0, 10))
  return (
    <header className="grid justify-items-center gap-1 text-center">
      <Mark size={36} />
      {issuer && <span className="text-12">{name({ name: issuer.name, name_en: issuer.name_en })}</span>}
      <b className="text-16">{name(place)}</b>
      {issuer?.registration_number && <span className="text-12">{w.registered(issuer.registration_number)}</span>}
      <span className="text-12 text-ink-2">
        {fullDay(paper.placed_at, lang)} {time(paper.placed_at)}　{paper.staff_name}
      </span>
      <span className="text-12 text-ink-2">{w.receiptNumber(paper.number)}</span>
    </header>
  )
}

// Whose receipt it is, by the day of the sale.
function issuerOn(issuers: OrderSettings['issuers'], day: string) {
  return issuers.filter((each) => each.valid_from <= day).toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0]
}

function Payments({ paper }: { paper: Paper }) {
  const w = useWords()
  const c = useCardWords()
  const names: Record<string, string> = {
    cash: w.cash,
    card: w.card,
    terminal: w.card,
    recorded: w.card,
    points: w.points,
    gift_card: c.pay,
  }
  return (
    <dl className="ui grid gap-1 border-t border-dashed border-control pt-3">
      {paper.payments.map((payment) => (
        <div key={`${payment.method} ${payment.amount_yen}`} className="grid grid-cols-[1fr_auto] gap-1">
          <dt>{names[payment.method] ?? payment.method}</dt>
          <dd className="text-right">{yen(payment.amount_yen)}</dd>
          {payment.tendered_yen !== null && (
            <>
              <dt className="text-12 text-ink-2">
                {w.tendered} {yen(payment.tendered_yen)}
              </dt>
              <dd className="text-right text-12 text-ink-2">
                {w.change} {yen(payment.change_yen)}
              </dd>
            </>
          )}
        </div>
      ))}
    </dl>
  )
}

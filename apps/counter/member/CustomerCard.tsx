import { Button } from '../../kit/Button.tsx'
import { figure, shortDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useSale } from '../sale/sale.tsx'
import { useWords } from '../words.ts'
import { History } from './History.tsx'
import { Holds } from './Holds.tsx'

/** Three lines a human would say, then history, then points and what waits; only as consented. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const w = useWords()
  const text = useText()
  const { member, setMember } = useSale()
  const chosen = member?.customer_id === customer.customer_id
  const { customer_id, name, kana, points, tier } = customer
  return (
    <div className="grid gap-4">
      <section className="rounded-12 border border-line bg-surface p-5 shadow-lift">
        <header className="ui mb-3 flex flex-wrap items-center gap-3">
          <h1 className="text-18">{w.named(name)}</h1>
          {tier && <span className="rounded-full bg-wood-tint px-3 py-0.5 text-14 text-wood">{text(tier)}</span>}
          <span className="text-14 text-ink-2">{kana}</span>
          <span className="ml-auto flex items-center gap-1.5 text-12 text-ink-3">
            <Icon name="eye" size={18} />
            {w.recorded}
          </span>
        </header>
        {customer.brief.map((line) => (
          <p key={line.ja} className="text-22 leading-normal font-bold [font-feature-settings:'palt']">
            {text(line)}
          </p>
        ))}
        {!chosen && (
          <Button
            look="outline"
            size="till"
            className="mt-4 !text-16"
            onPress={() => setMember({ customer_id, name, kana, points, tier, hint: null })}
          >
            {w.useForSale}
          </Button>
        )}
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)_18.75rem] gap-5">
        <History events={customer.events} />
        <div className="grid content-start gap-4">
          <Points customer={customer} />
          <Holds holds={customer.holds} />
        </div>
      </div>
    </div>
  )
}

function Points({ customer }: { customer: Customer }) {
  const w = useWords()
  const lang = useLang()
  const soon = customer.lots.find((lot) => lot.expires_at !== null)
  return (
    <section className="ui grid grid-cols-2 rounded-12 border border-line bg-surface p-4">
      <p>
        <span className="text-12 text-ink-2">{w.have}</span>
        <b className="figures block text-28">{figure(customer.points)}</b>
      </p>
      {soon?.expires_at && (
        <p>
          <b className="figures text-12 text-amber">{w.until(shortDay(soon.expires_at, lang))}</b>
          <b className="figures block pt-1 text-18">{figure(soon.points)}</b>
        </p>
      )}
    </section>
  )
}

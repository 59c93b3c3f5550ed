import { useQuery } from '@tanstack/react-query'
import { Button } from '../../kit/Button.tsx'
import { keyed, newKey, take } from '../../kit/client.ts'
import { figure, fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { refusalOf } from '../../kit/problem.ts'
import type { TagRule } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useTagWords } from './tagWords.ts'

/** What the rule would mean, on goods and people as they are; only when asked for, since looking at people is recorded. */
export function Trial({ rule, wanted, onWant }: { rule: TagRule; wanted: boolean; onWant: () => void }) {
  const w = useTagWords()
  const lang = useLang()
  const text = useText()
  const found = useQuery({
    queryKey: ['tag trial', rule],
    queryFn: () => take(api.POST('/v1/tags/previews', { body: { rule }, ...keyed(newKey()) })),
    enabled: wanted,
    retry: false,
  })
  return (
    <aside className="grid content-start gap-4 border-l border-line p-6">
      <p className="text-12 text-ink-2">{w.tryText}</p>
      <Button look="outline" icon="eye" isDisabled={rule.signs.length === 0} onPress={onWant}>
        {w.try}
      </Button>
      {found.error && <Notice tone="refused">{text(refusalOf(found.error).text)}</Notice>}
      {found.data && (
        <div aria-live="polite" className="grid gap-4 text-14">
          <section>
            <h2 className="text-16">{w.goods(figure(found.data.products.bearing), figure(found.data.products.of))}</h2>
            <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
              {found.data.products.items.map(({ product_id, name, sign }) => (
                <li key={product_id} className="py-2">
                  {name} {sign.is !== 'category' && <span className="text-12 text-ink-2">{sign.text}</span>}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2 className="text-16">{w.persons(figure(found.data.people.bearing), figure(found.data.people.of))}</h2>
            <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
              {found.data.people.items.map(({ customer_id, name, strength, since, evidence }) => (
                <li key={customer_id} className="py-2">
                  <b>{name ?? w.unnamed}</b> <span className="figures">{strength}</span>{' '}
                  <span className="text-12 text-ink-2">{fullDay(since, lang)}</span>
                  {evidence.slice(0, 3).map((one) => (
                    <span key={`${one.kind} ${one.at} ${one.name}`} className="block text-12 text-ink-2">
                      {one.name}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </aside>
  )
}

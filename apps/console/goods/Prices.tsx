import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay, yen } from '../../kit/format.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { useToast } from '../../kit/Toast.tsx'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useMay } from '../office.ts'
import { useGoodsWords } from './words.ts'

/** Every price a variant had and will have; a new one from now or from a day to come. */
export function Prices({ variant_id }: { variant_id: string }) {
  const w = useGoodsWords()
  const lang = useLang()
  const say = useToast()
  const cache = useQueryClient()
  const edits = useMay(['merchandiser'])
  const [open, setOpen] = useState(false)
  const [price, setPrice] = useState('')
  const [from, setFrom] = useState('')
  const params = { path: { variant_id } }
  const prices = useQuery({
    queryKey: ['prices', variant_id],
    queryFn: () => take(api.GET('/v1/catalog/variants/{variant_id}/prices', { params })),
  })
  const act = useAct(async (key) => {
    const body = {
      yen: Number(price),
      tax_included: true,
      ...(from ? { valid_from: new Date(`${from}T00:00:00+09:00`).toISOString() } : {}),
    }
    await take(api.POST('/v1/catalog/variants/{variant_id}/prices', { params, body, ...keyed(key) }))
    await Promise.all(['prices', 'product', 'products'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
    say(w.priceSet)
    setOpen(false)
  })
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">{w.prices}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {prices.data?.items
          .toSorted((a, b) => b.valid_from.localeCompare(a.valid_from))
          .slice(0, 6)
          .map((each) => (
            <li key={each.price_id} className="ui figures py-2 text-14">
              {w.priceLine(yen(each.yen), fullDay(each.valid_from, lang))}
              {each.valid_to && <span className="text-ink-2"> {w.upTo(fullDay(each.valid_to, lang))}</span>}
            </li>
          ))}
      </ul>
      {edits && (
        <Button look="quiet" icon="tag" className="-ml-4" onPress={() => setOpen(true)}>
          {w.setPrice}
        </Button>
      )}
      <Sheet title={w.setPrice} open={open} onClose={() => setOpen(false)} side="centre">
        <Form act={act} label={w.setPrice} ready={/^\d+$/.test(price)}>
          <Field label={w.newPrice} inputMode="numeric" value={price} onChange={setPrice} inputClass="figures" />
          <Field label={w.priceFrom} type="date" value={from} onChange={setFrom} />
        </Form>
      </Sheet>
    </section>
  )
}

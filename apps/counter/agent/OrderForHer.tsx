import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import { chime } from '../../kit/scan.ts'
import type { Order } from '../../kit/shapes.ts'
import { isReduced, percent } from '../../kit/tax.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { isWhole, nowhere, type ShipTo, ShipToFields } from './ShipToFields.tsx'

// The demo's provider takes any card that begins so; a real one takes cards in its own fields only, never by telephone.
const SPOKEN_CARD = 'tok_phone'
const NEW = 'new'
type Props = { profile_id: string; empty: boolean; version: number; onOrdered: (order: Order) => void }

/** Where to, how paid, and the whole sum as she will be told it; then the order is hers. */
export function OrderForHer({ profile_id, empty, version, onOrdered }: Props) {
  const w = useWords()
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState<ShipTo>(nowhere)
  const [method, setMethod] = useState<'card' | 'cash_on_delivery'>('card')
  const addresses = useQuery({
    queryKey: ['addresses', profile_id],
    queryFn: () => take(api.GET('/v1/customers/{id}/addresses', { params: { path: { id: profile_id } } })),
  })
  const cards = useQuery({
    queryKey: ['card provider'],
    queryFn: () => take(api.GET('/v1/orders/payments/configuration')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const book = addresses.data?.items ?? []
  const address_id = chosen ?? book[0]?.address_id ?? NEW
  const known = book.find((each) => each.address_id === address_id)
  const prefecture = known?.prefecture ?? typed.prefecture
  const common = { way: 'ship' as const, profile_id, cart: true }
  const quote = useQuery({
    queryKey: ['quote for her', profile_id, version, prefecture],
    queryFn: () => take(api.POST('/v1/orders/quotes', { body: { ...common, ...(prefecture ? { prefecture } : {}) } })),
    enabled: !empty,
    gcTime: 0,
  })
  const spoken = cards.data?.provider === 'fake'
  const paying = spoken ? method : 'cash_on_delivery'
  const act = useAct(async (key) => {
    if (!quote.data) return
    const body = {
      ...common,
      ...(known ? { address_id: known.address_id } : { ship: typed }),
      payments: [paying === 'card' ? { method: paying, token: SPOKEN_CARD } : { method: paying }],
      expected_total_yen: quote.data.total_yen,
    }
    try {
      onOrdered(await take(api.POST('/v1/orders', { body, ...keyed(key) })))
      chime('good')
    } catch (thrown) {
      chime('bad')
      await quote.refetch()
      throw thrown
    }
  })
  return (
    <div className="grid gap-4">
      <h2 className="text-18">{w.shipTo}</h2>
      {book.length > 0 && (
        <Picker
          label={w.shipTo}
          value={address_id}
          onChange={setChosen}
          options={[
            ...book.map((each) => ({
              value: each.address_id,
              label: `${each.family_name} ${each.prefecture}${each.city}${each.address}`,
            })),
            { value: NEW, label: w.otherAddress },
          ]}
        />
      )}
      {!known && <ShipToFields value={typed} onChange={setTyped} />}
      <Picker
        label={w.howPaid}
        value={paying}
        onChange={(value) => setMethod(value as typeof method)}
        options={[
          ...(spoken ? [{ value: 'card', label: w.card }] : []),
          { value: 'cash_on_delivery', label: w.cashOnDelivery },
        ]}
      />
      {quote.data && !empty && (
        <div className="figures grid gap-1 border-t border-line pt-3 text-14 text-ink-2">
          {quote.data.delivery_yen > 0 && <span>{w.deliveryFee(yen(quote.data.delivery_yen))}</span>}
          {quote.data.taxes.map((tax) => (
            <span key={`${tax.rate_num}/${tax.rate_den}`}>
              {w.taxOf(
                `${isReduced(tax, quote.data.lines) ? '※' : ''}${percent(tax)}`,
                yen(tax.taxable_yen),
                yen(tax.tax_yen),
              )}
            </span>
          ))}
          {quote.data.points_earned > 0 && <b className="text-wood">＋ {w.earns(figure(quote.data.points_earned))}</b>}
          <p className="flex items-baseline justify-between text-ink">
            <b className="text-18">{w.total}</b>
            <b className="text-40">{yen(quote.data.total_yen)}</b>
          </p>
        </div>
      )}
      {(act.refused ?? quote.error) && act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button
        className="min-h-18 w-full !text-22"
        isDisabled={empty || !quote.data || act.busy || (!known && !isWhole(typed))}
        onPress={() => act.run()}
      >
        {w.orderForHer}
      </Button>
    </div>
  )
}

import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button, IconButton } from '../../kit/Button.tsx'
import { keyed, newKey, take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { yen } from '../../kit/format.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { type Approver, ManagerFields, nobody } from '../ManagerFields.tsx'
import { useConnected } from '../offline/connection.ts'
import { priced } from '../offline/price.ts'
import { useTill } from '../till.ts'
import { asPriced, handYen, limitOf, needsYes } from './discounts.ts'
import { useDiscountWords } from './discountWords.ts'
import { useSale } from './sale.tsx'
import type { HandDiscount } from './shapes.ts'
import { useSums } from './sums.ts'

const WHOLE = 'whole'

/** Something off a line or the sale, with its reason; beyond her own limit a manager says yes right here. */
export function DiscountSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const d = useDiscountWords()
  return (
    <Sheet title={d.discount} open={open} onClose={onClose} side="centre">
      <Asking onClose={onClose} />
    </Sheet>
  )
}

function Asking({ onClose }: { onClose: () => void }) {
  const d = useDiscountWords()
  const text = useText()
  const name = useName()
  const connected = useConnected()
  const { staff, place, terms } = useTill()
  const { lines, yes, discounts, setDiscounts } = useSale()
  const [draft, setDraft] = useState<Pick<HandDiscount, 'variant_id' | 'unit' | 'reason'>>({
    variant_id: null,
    unit: 'percent',
    reason: terms.settings.discounts.reasons[0]?.code ?? '',
  })
  const [typed, setTyped] = useState('')
  const [approver, setApprover] = useState<Approver>(nobody)
  const { total_yen, quote } = useQuoteOf(discounts)
  const amount = Number(typed)
  const wanted = amount > 0 ? [...discounts, { ...draft, id: newKey(), amount }] : discounts
  const then = useQuoteOf(wanted)
  const limit = limitOf(staff, terms.settings.discounts)
  const beyond = then.quote !== null && needsYes(then.quote, limit, yes)
  const act = useAct(async (key) => {
    if (!then.quote) return
    const said = beyond
      ? await take(
          api.POST('/v1/orders/discount-approvals', {
            body: {
              place_id: place.place_id,
              most_yen: handYen(then.quote),
              reason: wanted.at(-1)?.reason ?? draft.reason,
              approved_by: approver,
            },
            ...keyed(key),
          }),
        )
      : null
    const by = said && name({ name: said.approved_by.display_name, name_en: said.approved_by.display_name_en })
    setDiscounts(wanted, said && by ? { approval_id: said.approval_id, most_yen: said.most_yen, by } : yes)
    onClose()
  })
  const ready =
    then.quote !== null &&
    (amount > 0 || beyond) &&
    (!beyond || (connected && approver.code && approver.pin.length >= 4))
  return (
    <div className="grid gap-3">
      <Given />
      <div className="grid grid-cols-2 gap-3">
        <Picker
          label={d.what}
          value={draft.variant_id ?? WHOLE}
          onChange={(value) => setDraft({ ...draft, variant_id: value === WHOLE ? null : value })}
          options={[
            { value: WHOLE, label: d.whole },
            ...lines.map((line) => ({ value: line.variant_id, label: name(line.good) })),
          ]}
        />
        <Reasons value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
      </div>
      <div className="flex items-center gap-2">
        {(['percent', 'yen'] as const).map((unit) => (
          <Button
            key={unit}
            look={draft.unit === unit ? 'selected' : 'outline'}
            aria-pressed={draft.unit === unit}
            className="min-w-16"
            onPress={() => {
              setDraft({ ...draft, unit })
              setTyped('')
            }}
          >
            {unit === 'yen' ? d.byYen : d.byPercent}
          </Button>
        ))}
        <output className="figures grid grow justify-items-end gap-1">
          <b className="text-40 leading-none">{draft.unit === 'yen' ? yen(amount) : d.percent(String(amount))}</b>
          <span className="min-h-5 text-14">
            {quote && then.quote && amount > 0 && d.becomes(yen(total_yen), yen(then.total_yen))}
          </span>
        </output>
      </div>
      <Keypad
        value={typed}
        longest={draft.unit === 'yen' ? 7 : 3}
        zeros={draft.unit === 'yen'}
        onChange={(digits) => {
          const plain = digits.replace(/^0+/, '')
          setTyped(draft.unit === 'percent' && Number(plain) > 100 ? '100' : plain)
        }}
      />
      {beyond && limit && (
        <>
          <Notice tone="warning">
            {(connected ? d.limit : d.limitOffline)(String(limit.percent), yen(limit.yen))}
          </Notice>
          {connected && <ManagerFields value={approver} onChange={setApprover} />}
        </>
      )}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button size="till" isDisabled={!ready || act.busy} onPress={() => void act.run()}>
        {beyond ? (amount > 0 ? d.approveAndGive : d.approve) : d.give}
      </Button>
    </div>
  )
}

/** What has been taken off already; each goes with one touch. */
function Given() {
  const d = useDiscountWords()
  const { discounts, yes, setDiscounts } = useSale()
  const { quote } = useQuoteOf(discounts)
  const reason = useReason()
  if (discounts.length === 0) return null
  return (
    <ul className="grid divide-y divide-line border-y border-line">
      {discounts.map((each, at) => (
        <li key={each.id} className="ui flex min-h-14 items-center gap-3 text-14">
          <span className="grow">{d.offFor(reason(each.reason), yen(quote?.discounts_yen[at] ?? 0))}</span>
          <IconButton
            icon="close"
            size={18}
            label={d.takeOut(reason(each.reason))}
            onPress={() =>
              setDiscounts(
                discounts.filter((other) => other !== each),
                yes,
              )
            }
          />
        </li>
      ))}
      {yes && <li className="ui py-3 text-14 text-green">{d.approved(yes.by, yen(yes.most_yen))}</li>}
    </ul>
  )
}

function Reasons({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const d = useDiscountWords()
  const reason = useReason()
  const { terms } = useTill()
  return (
    <Picker
      label={d.reason}
      value={value}
      onChange={onChange}
      options={terms.settings.discounts.reasons.map(({ code }) => ({ value: code, label: reason(code) }))}
    />
  )
}

/** A reason in words. */
function useReason(): (code: string) => string {
  const lang = useLang()
  const { terms } = useTill()
  return (code) => terms.settings.discounts.reasons.find((each) => each.code === code)?.[lang] ?? code
}

// The sale as it would be with these; what cannot be priced says so where it is paid.
function useQuoteOf(discounts: readonly HandDiscount[]) {
  const { lines, member } = useSale()
  const { terms } = useSums()
  try {
    const paying = { points_yen: 0, member: member !== null }
    const quote = priced(lines, terms, nowIso(), paying, asPriced(lines, discounts))
    return { quote, total_yen: quote.total_yen }
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    return { quote: null, total_yen: 0 }
  }
}

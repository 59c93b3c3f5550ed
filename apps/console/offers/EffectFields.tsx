import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { Picker } from '../../kit/Picker.tsx'
import { type Effect, firstOf, kinds, saying } from './draft.ts'
import { FigureField } from './fields.tsx'
import { GoodsFields } from './GoodsFields.tsx'
import { useOfferWords } from './words.ts'

/** What an offer gives: its kind, and the figures of that kind. */
export function EffectFields({ effect, onChange }: { effect: Effect; onChange: (effect: Effect) => void }) {
  const w = useOfferWords()
  return (
    <>
      <Picker
        label={w.kind}
        value={effect.kind}
        onChange={(kind) => onChange(firstOf[kind as Effect['kind']])}
        options={kinds.map((value) => ({ value, label: w[`kind_${value}`] }))}
      />
      <Figures key={effect.kind} effect={effect} onChange={onChange} />
    </>
  )
}

function Figures({ effect, onChange }: { effect: Effect; onChange: (effect: Effect) => void }) {
  const w = useOfferWords()
  const figure = (label: string, value: number | undefined, next: (value: number) => Effect) => (
    <FigureField label={label} value={value || undefined} onChange={(given) => onChange(next(given ?? 0))} />
  )
  return (
    <>
      {effect.kind === 'percent' && (
        <>
          <Rate
            label={w.ratePercent}
            value={(effect.rate_num * 100) / effect.rate_den}
            onChange={(rate) => onChange({ ...effect, rate_num: Math.round(rate * 10), rate_den: 1000 })}
          />
          <FigureField
            label={w.mostYen}
            value={effect.most_yen}
            onChange={(most) => onChange(saying(effect, 'most_yen', most))}
          />
        </>
      )}
      {effect.kind === 'yen' && figure(w.amountYen, effect.yen, (yen) => ({ ...effect, yen }))}
      {effect.kind === 'n_for_m' && (
        <>
          {figure(w.buyPieces, effect.buy, (buy) => ({ ...effect, buy }))}
          {figure(w.payPieces, effect.pay, (pay) => ({ ...effect, pay }))}
        </>
      )}
      {effect.kind === 'mix' && (
        <>
          {figure(w.pieces, effect.pieces, (pieces) => ({ ...effect, pieces }))}
          {figure(w.amountYen, effect.yen, (yen) => ({ ...effect, yen }))}
        </>
      )}
      {effect.kind === 'set' && (
        <>
          {effect.parts.map((part, at) => (
            // Parts have no name but their place, and none is ever taken from between.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <fieldset key={at} className="grid gap-2 rounded-6 border border-line p-4">
              <legend className="ui px-1 text-14 font-bold">{w.part(String(at + 1))}</legend>
              <GoodsFields
                goods={part}
                onChange={(goods) => onChange({ ...effect, parts: effect.parts.with(at, goods) })}
              />
            </fieldset>
          ))}
          {effect.parts.length < 10 && (
            <Button look="outline" icon="plus" onPress={() => onChange({ ...effect, parts: [...effect.parts, {}] })}>
              {w.addPart}
            </Button>
          )}
          {figure(w.amountYen, effect.yen, (yen) => ({ ...effect, yen }))}
        </>
      )}
      {effect.kind === 'gift' && figure(w.pieces, effect.pieces, (pieces) => ({ ...effect, pieces }))}
      {effect.kind === 'shipping' && (
        <FigureField
          label={w.shippingYen}
          value={effect.yen}
          onChange={(yen) => onChange(saying(effect, 'yen', yen))}
        />
      )}
      {effect.kind === 'points' && (
        <Rate
          label={w.timesPoints}
          value={effect.times_num / effect.times_den}
          onChange={(rate) => onChange({ ...effect, times_num: Math.round(rate * 10), times_den: 10 })}
        />
      )}
      {(effect.kind === 'n_for_m' || effect.kind === 'mix' || effect.kind === 'set') && (
        <FigureField
          label={w.times}
          value={effect.times}
          onChange={(most) => onChange(saying(effect, 'times', most))}
        />
      )}
    </>
  )
}

/** A number with one decimal: kept as typed until it can be read. */
function Rate({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const [typed, setTyped] = useState(String(Math.round(value * 10) / 10))
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={typed}
      inputClass="figures"
      onChange={(next) => {
        const plain = next.normalize('NFKC').replace(/[^0-9.]/g, '')
        setTyped(plain)
        const read = Number(plain)
        if (plain !== '' && Number.isFinite(read)) onChange(read)
      }}
    />
  )
}

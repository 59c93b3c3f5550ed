import { useState } from 'react'
import { Check } from '../../kit/Check.tsx'
import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { usePlaces } from '../office.ts'
import { channels, type Draft, type SlotKey, saying, under, ways } from './draft.ts'
import { EffectFields } from './EffectFields.tsx'
import { FigureField, MomentField, Several } from './fields.tsx'
import { GoodsFields } from './GoodsFields.tsx'
import { useOfferWords } from './words.ts'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

/** What a slot of the sentence holds. */
export function SlotFields({ slot, draft, onChange }: Props & { slot: SlotKey }) {
  const { rule } = draft
  switch (slot) {
    case 'when':
      return <When draft={draft} onChange={onChange} />
    case 'where':
      return <Where draft={draft} onChange={onChange} />
    case 'who':
      return <Who draft={draft} onChange={onChange} />
    case 'basket':
      return <Basket draft={draft} onChange={onChange} />
    case 'goods':
      return <GoodsFields goods={rule.goods} onChange={(goods) => onChange({ ...draft, rule: { ...rule, goods } })} />
    case 'effect':
      return (
        <EffectFields effect={rule.effect} onChange={(effect) => onChange({ ...draft, rule: { ...rule, effect } })} />
      )
    case 'limits':
      return <Limits draft={draft} onChange={onChange} />
    case 'together':
      return <Together draft={draft} onChange={onChange} />
  }
}

function When({ draft, onChange }: Props) {
  const w = useOfferWords()
  const { conditions } = draft.rule
  const [days, setDays] = useState((conditions.month_days ?? []).join(', '))
  const [span] = conditions.hours ?? []
  const hours = (from: string, until: string) =>
    onChange(under(draft, saying(conditions, 'hours', from && until ? [{ from, until }] : undefined)))
  const [from, setFrom] = useState(span?.from ?? '')
  const [until, setUntil] = useState(span?.until ?? '')
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <MomentField
          label={w.starts}
          value={draft.starts_at}
          onChange={(starts_at) => onChange({ ...draft, starts_at })}
        />
        <MomentField label={w.ends} value={draft.ends_at} onChange={(ends_at) => onChange({ ...draft, ends_at })} />
      </div>
      <Several
        label={w.onWeekdays}
        options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, name: w.weekdays.split(' ')[value] ?? '' }))}
        chosen={conditions.weekdays ?? []}
        onChange={(chosen) => onChange(under(draft, saying(conditions, 'weekdays', chosen.sort())))}
      />
      <Field
        label={w.onDays}
        inputMode="numeric"
        value={days}
        onChange={(typed) => {
          setDays(typed)
          const read = typed
            .normalize('NFKC')
            .split(/[^0-9]+/)
            .map(Number)
          onChange(
            under(
              draft,
              saying(
                conditions,
                'month_days',
                read.filter((one) => one >= 1 && one <= 31),
              ),
            ),
          )
        }}
      />
      <div className="grid gap-4 tablet:grid-cols-2">
        <Field
          label={w.hoursFrom}
          type="time"
          value={from}
          onChange={(typed) => {
            setFrom(typed)
            hours(typed, until)
          }}
        />
        <Field
          label={w.hoursUntil}
          type="time"
          value={until}
          onChange={(typed) => {
            setUntil(typed)
            hours(from, typed)
          }}
        />
      </div>
    </>
  )
}

function Where({ draft, onChange }: Props) {
  const w = useOfferWords()
  const name = useName()
  const places = usePlaces()
  const { conditions } = draft.rule
  return (
    <>
      <p className="text-14 text-ink-2">{w.emptyAll}</p>
      <Several
        label={w.where}
        options={places.map((place) => ({ value: place.place_id, name: name(place) }))}
        chosen={conditions.place_ids ?? []}
        onChange={(chosen) => onChange(under(draft, saying(conditions, 'place_ids', chosen)))}
      />
      <Several
        label={w.channels}
        options={channels.map((value) => ({ value: value as string, name: w[value] }))}
        chosen={conditions.channels ?? []}
        onChange={(chosen) => onChange(under(draft, saying(conditions, 'channels', chosen)))}
      />
      <Several
        label={w.ways}
        options={ways.map((value) => ({ value, name: w[value] }))}
        chosen={conditions.ways ?? []}
        onChange={(chosen) => onChange(under(draft, saying(conditions, 'ways', chosen)))}
      />
    </>
  )
}

function Who({ draft, onChange }: Props) {
  const w = useOfferWords()
  const { conditions } = draft.rule
  const { lottery } = draft
  const say = (key: 'members' | 'first_order' | 'coupon', yes: boolean): Draft =>
    under(draft, saying(conditions, key, yes || undefined))
  return (
    <>
      <div>
        <Check checked={conditions.members === true} onChange={(yes) => onChange(say('members', yes))}>
          {w.membersOnly}
        </Check>
        <Check checked={conditions.first_order === true} onChange={(yes) => onChange(say('first_order', yes))}>
          {w.firstOnly}
        </Check>
        <Check
          checked={conditions.coupon === true}
          onChange={(yes) => onChange({ ...say('coupon', yes), ...(yes ? {} : { lottery: null }) })}
        >
          {w.couponOnly}
        </Check>
        <Check
          checked={Boolean(lottery)}
          onChange={(yes) =>
            onChange({
              ...say('coupon', yes || conditions.coupon === true),
              lottery: yes ? { winners: 10, planned_sales_yen: 1_000_000 } : null,
            })
          }
        >
          {w.byLot}
        </Check>
      </div>
      {lottery && (
        <>
          <FigureField
            label={w.howManyWin}
            value={lottery.winners}
            onChange={(winners) => onChange({ ...draft, lottery: { ...lottery, winners: winners ?? 1 } })}
          />
          <FigureField
            label={w.plannedSales}
            value={lottery.planned_sales_yen}
            onChange={(yen) => onChange({ ...draft, lottery: { ...lottery, planned_sales_yen: yen ?? 1 } })}
          />
        </>
      )}
    </>
  )
}

function Basket({ draft, onChange }: Props) {
  const w = useOfferWords()
  const { conditions } = draft.rule
  return (
    <>
      <FigureField
        label={w.yenLeast}
        value={conditions.least_yen}
        onChange={(yen) => onChange(under(draft, saying(conditions, 'least_yen', yen || undefined)))}
      />
      <FigureField
        label={w.piecesLeast}
        value={conditions.least_pieces}
        onChange={(pieces) => onChange(under(draft, saying(conditions, 'least_pieces', pieces || undefined)))}
      />
      <fieldset className="grid gap-2">
        <legend className="ui text-14 font-bold">{w.countedGoods}</legend>
        <GoodsFields
          goods={conditions.basket ?? {}}
          onChange={(goods) =>
            onChange(under(draft, saying(conditions, 'basket', Object.keys(goods).length > 0 ? goods : undefined)))
          }
        />
      </fieldset>
    </>
  )
}

function Limits({ draft, onChange }: Props) {
  const w = useOfferWords()
  return (
    <>
      <FigureField
        label={w.budget}
        value={draft.budget_yen}
        onChange={(budget_yen) => onChange({ ...draft, budget_yen: budget_yen || null })}
      />
      <FigureField
        label={w.useCap}
        value={draft.use_cap}
        onChange={(use_cap) => onChange({ ...draft, use_cap: use_cap || null })}
      />
      <FigureField
        label={w.memberCap}
        hint={w.memberCapHint}
        value={draft.member_cap}
        onChange={(member_cap) => onChange({ ...draft, member_cap: member_cap || null })}
      />
    </>
  )
}

function Together({ draft, onChange }: Props) {
  const w = useOfferWords()
  const { rule } = draft
  const say = (part: Partial<Draft['rule']>) => onChange({ ...draft, rule: { ...rule, ...part } })
  return (
    <>
      <Check checked={rule.exclusive} onChange={(exclusive) => say({ exclusive })}>
        {w.exclusive}
      </Check>
      <Field
        label={w.group}
        hint={w.groupHint}
        value={rule.group ?? ''}
        onChange={(typed) => say({ group: typed.toLowerCase().replace(/[^a-z0-9_-]/g, '') || null })}
        maxLength={40}
        autoComplete="off"
      />
      <FigureField
        label={w.priorityOf}
        value={rule.priority}
        onChange={(priority) => say({ priority: Math.min(priority ?? 0, 1000) })}
      />
    </>
  )
}

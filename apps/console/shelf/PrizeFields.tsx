import { Button, IconButton } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { FigureField } from '../offers/fields.tsx'
import type { Draft } from './draft.ts'
import { useShelfWords } from './words.ts'

const most = 20

/** Prizes of a draw, each with what it is worth, how many there are and how often it is won. */
export function PrizeFields({ draft, onChange }: { draft: Draft; onChange: (some: Partial<Draft>) => void }) {
  const w = useShelfWords()
  const { prizes, odds_den } = draft
  const set = (at: number, some: Partial<Draft['prizes'][number]>) =>
    onChange({ prizes: prizes.map((prize, one) => (one === at ? { ...prize, ...some } : prize)) })
  return (
    <section className="grid gap-3">
      <h2 className="text-16">{w.prizes}</h2>
      {prizes.length > 0 && (
        <FigureField
          label={w.oddsDen}
          hint={w.oddsHint}
          value={odds_den}
          onChange={(value) => onChange({ odds_den: value ?? 1 })}
        />
      )}
      {prizes.map((prize, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a prize that is being written has no name of its own yet
        <fieldset key={at} className="grid items-start gap-3 rounded-6 border border-line p-4 tablet:grid-cols-3">
          <legend className="ui px-1 text-14 font-bold">
            {w.prizes} {at + 1}
          </legend>
          <Field label={w.prizeName} value={prize.name} onChange={(name) => set(at, { name })} maxLength={100} />
          <Field
            label={w.prizeNameEn}
            value={prize.name_en ?? ''}
            onChange={(name_en) => set(at, { name_en })}
            maxLength={100}
          />
          <FigureField
            label={w.value}
            value={prize.value_yen}
            onChange={(value) => set(at, { value_yen: value ?? 0 })}
          />
          <FigureField
            label={w.quantity}
            value={prize.quantity}
            onChange={(value) => set(at, { quantity: value ?? 0 })}
          />
          <FigureField label={w.odds} value={prize.odds_num} onChange={(value) => set(at, { odds_num: value ?? 0 })} />
          <span className="justify-self-end">
            <IconButton
              icon="trash"
              label={w.removePrize(prize.name || `${w.prizes} ${at + 1}`)}
              onPress={() => onChange({ prizes: prizes.filter((_, one) => one !== at) })}
            />
          </span>
        </fieldset>
      ))}
      {prizes.length < most && (
        <Button
          look="outline"
          icon="plus"
          className="justify-self-start"
          onPress={() => onChange({ prizes: [...prizes, { name: '', value_yen: 0, quantity: 1, odds_num: 1 }] })}
        >
          {w.addPrize}
        </Button>
      )}
    </section>
  )
}

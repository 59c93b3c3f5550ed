import { useState } from 'react'
import { Button, IconButton } from '../../kit/Button.tsx'
import type { Place } from '../../kit/shapes.ts'
import { useHouseWords } from './words.ts'

type Hours = Place['hours']
type Span = { open: string; close: string }
type Props = { hours: Hours; onChange: (hours: Hours) => void; disabled: boolean }

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const USUAL: Span = { open: '10:00', close: '20:00' }

/** Opening hours by weekday, and the single days that differ. */
export function HoursFields({ hours, onChange, disabled }: Props) {
  const w = useHouseWords()
  const [day, setDay] = useState('')
  const dates = hours.dates ?? {}
  const setDates = (next: Record<string, Span[]>) => onChange({ ...hours, dates: next })
  return (
    <div className="grid gap-6 tablet:grid-cols-2">
      <fieldset>
        <legend className="mb-1 text-16 font-bold">{w.hours}</legend>
        <ul className="divide-y divide-line border-y border-line">
          {WEEKDAYS.map((weekday) => (
            <li key={weekday} className="ui flex min-h-13 items-center gap-3 text-14">
              <b className="w-10">{w[weekday]}</b>
              <Spans
                name={w[weekday]}
                spans={hours[weekday] ?? []}
                disabled={disabled}
                onChange={(spans) => onChange({ ...hours, [weekday]: spans })}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-16 font-bold">{w.special}</legend>
        <p className="text-12 text-ink-2">{w.specialHint}</p>
        <ul className="divide-y divide-line">
          {Object.keys(dates)
            .toSorted()
            .map((date) => (
              <li key={date} className="ui figures flex min-h-13 items-center gap-3 text-14">
                <b className="w-24">{date}</b>
                <Spans
                  name={date}
                  spans={dates[date] ?? []}
                  disabled={disabled}
                  onChange={(spans) => setDates({ ...dates, [date]: spans })}
                />
                <IconButton
                  icon="trash"
                  size={18}
                  label={w.remove(date)}
                  isDisabled={disabled}
                  onPress={() => setDates(Object.fromEntries(Object.entries(dates).filter(([each]) => each !== date)))}
                />
              </li>
            ))}
        </ul>
        <span className="mt-2 flex items-center gap-2">
          <input
            type="date"
            aria-label={w.special}
            value={day}
            disabled={disabled}
            onChange={(event) => setDay(event.target.value)}
            className="ui figures min-h-11 rounded-6 border border-control bg-surface px-3 text-14"
          />
          <Button
            look="quiet"
            icon="plus"
            isDisabled={disabled || !day}
            onPress={() => {
              setDates({ ...dates, [day]: [] })
              setDay('')
            }}
          >
            {w.addDay}
          </Button>
        </span>
      </fieldset>
    </div>
  )
}

type SpansProps = { name: string; spans: Span[]; disabled: boolean; onChange: (spans: Span[]) => void }

/** Open or not, and from when to when; a second span of a day (a pause at noon) stays as it was written. */
function Spans({ name, spans, disabled, onChange }: SpansProps) {
  const w = useHouseWords()
  const [first] = spans
  const set = (change: Partial<Span>) => onChange([{ ...(first ?? USUAL), ...change }, ...spans.slice(1)])
  const box = 'ui figures min-h-10 w-20 rounded-6 border border-control bg-surface px-2 text-center text-14'
  return (
    <>
      <label className="flex min-h-11 w-24 items-center gap-2">
        <input
          type="checkbox"
          checked={spans.length > 0}
          disabled={disabled}
          aria-label={`${name} ${w.openDay}`}
          onChange={(event) => onChange(event.target.checked ? [USUAL] : [])}
          className="size-5 accent-indigo"
        />
        <span className="text-ink-2">{spans.length > 0 ? w.openDay : w.closedDay}</span>
      </label>
      {first && (
        <>
          <input
            aria-label={`${name} ${w.opensAt}`}
            inputMode="numeric"
            pattern="[0-3][0-9]:[0-5][0-9]"
            value={first.open}
            disabled={disabled}
            onChange={(event) => set({ open: event.target.value })}
            className={box}
          />
          –
          <input
            aria-label={`${name} ${w.closesAt}`}
            inputMode="numeric"
            pattern="[0-3][0-9]:[0-5][0-9]"
            value={first.close}
            disabled={disabled}
            onChange={(event) => set({ close: event.target.value })}
            className={box}
          />
        </>
      )}
    </>
  )
}

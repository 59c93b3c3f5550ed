import type { ReactNode } from 'react'
import { figure } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Segment } from '../../kit/shapes.ts'
import { usePlaces } from '../office.ts'
import { kindOf, type Part } from './parts.ts'
import { useTags } from './tags.ts'
import { useSegmentWords } from './words.ts'

type Props = { part: Part; onChange: (part: Part) => void; others: readonly Segment[]; out?: boolean }
type Option = { value: string; label: string }

const DAYS = [7, 14, 30, 60, 90, 180, 365]
const TIMES = [1, 2, 3, 4, 5, 10]
const YEN = [3_000, 5_000, 10_000, 30_000, 50_000, 100_000]
const HELD = [7, 30, 90]
const STRENGTHS = [50, 60, 75, 90]
const POINTS = [100, 300, 500, 1_000, 3_000, 5_000]

/** One condition of the sentence: its words with the slots between them. */
export function Slots({ part, onChange, others, out = false }: Props) {
  const w = useSegmentWords()
  const kind = kindOf(part)
  if (!kind) return null
  const numbers = (values: number[], now: number | undefined, words: (n: string) => string): Option[] =>
    [...new Set([...values, ...(now === undefined ? [] : [now])])]
      .sort((a, b) => a - b)
      .map((value) => ({ value: String(value), label: words(figure(value)) }))
  const days = 'days' in part ? part.days : undefined
  const least = 'at_least' in part ? part.at_least : undefined
  const slot = (label: string, value: string, options: Option[], put: (value: string) => object) => (
    <Slot
      label={label}
      value={value}
      options={options}
      out={out}
      onChange={(value) => onChange({ ...part, ...put(value) } as Part)}
    />
  )
  const period = slot(
    w.days,
    String(days ?? ''),
    [...numbers(DAYS, days, w.lastDays), { value: '', label: w.ever }],
    (value) => ({
      days: value ? Number(value) : undefined,
    }),
  )
  const least_of = (label: string, values: number[], words: (n: string) => string) =>
    slot(label, String(least), numbers(values, least, words), (value) => ({ at_least: Number(value) }))
  return (
    <>
      {'days' in part || kind === 'visits' || kind === 'bought' ? (
        <>
          {period} {kind !== 'absent' && w.s_in}{' '}
        </>
      ) : null}
      {kind === 'visits' && 'type' in part && (
        <>
          <PlaceSlot value={part.place_id ?? ''} out={out} onChange={(place_id) => onChange({ ...part, place_id })} />{' '}
          {w.s_to}{' '}
        </>
      )}
      {(kind === 'visits' || kind === 'bought' || kind === 'opened' || kind === 'viewed') &&
        least_of(w.times, TIMES, w.atLeastTimes)}
      {kind === 'spent' && least_of(w.amount, YEN, w.atLeastYen)}
      {kind === 'points' && least_of(w.pointsHeld, POINTS, w.atLeastPoints)}
      {part.is === 'consent' &&
        slot(
          w.channel,
          part.channel,
          (['push', 'email', 'line', 'sms', 'postal', 'phone'] as const).map((value) => ({ value, label: w[value] })),
          (channel) => ({ channel }),
        )}
      {part.is === 'birthday' &&
        slot(
          w.month,
          String(part.months_ahead),
          [
            { value: '0', label: w.thisMonth },
            { value: '1', label: w.nextMonth },
          ],
          (value) => ({ months_ahead: Number(value) }),
        )}
      {part.is === 'tag' && <TagSlots part={part} slot={slot} numbers={numbers} />}
      {part.is === 'segment' &&
        slot(
          w.segment,
          part.segment_id,
          others.map(({ segment_id, name }) => ({ value: segment_id, label: name })),
          (segment_id) => ({ segment_id }),
        )}{' '}
      <span className="text-22">{w[`s_${kind}`]}</span>
    </>
  )
}

type TagProps = {
  part: Extract<Part, { is: 'tag' }>
  slot: (label: string, value: string, options: Option[], put: (value: string) => object) => ReactNode
  numbers: (values: number[], now: number | undefined, words: (n: string) => string) => Option[]
}

// Which tag, for how long, how strongly.
function TagSlots({ part, slot, numbers }: TagProps) {
  const w = useSegmentWords()
  const name = useName()
  const { tag_id, held_days, at_least } = part
  return (
    <>
      {slot(
        w.heldFor,
        String(held_days ?? ''),
        [{ value: '', label: w.heldAny }, ...numbers(HELD, held_days, w.heldDays)],
        (value) => ({ held_days: value ? Number(value) : undefined }),
      )}{' '}
      {slot(
        w.tag,
        tag_id,
        useTags().map((tag) => ({ value: tag.tag_id, label: name(tag) })),
        (tag_id) => ({ tag_id }),
      )}{' '}
      {slot(w.strength, String(at_least ?? 50), numbers(STRENGTHS, at_least, w.atLeastStrength), (value) => ({
        at_least: Number(value),
      }))}
    </>
  )
}

function PlaceSlot({
  value,
  out,
  onChange,
}: {
  value: string
  out: boolean
  onChange: (id: string | undefined) => void
}) {
  const w = useSegmentWords()
  const name = useName()
  const shops = usePlaces().filter(({ kind }) => kind === 'shop')
  return (
    <Slot
      label={w.place}
      value={value}
      out={out}
      options={[
        { value: '', label: w.anyPlace },
        ...shops.map((place) => ({ value: place.place_id, label: name(place) })),
      ]}
      onChange={(id) => onChange(id || undefined)}
    />
  )
}

type SlotProps = { label: string; value: string; options: Option[]; out: boolean; onChange: (value: string) => void }

// The device's own list inside a sentence: as high as a finger, in the sentence's own size.
function Slot({ label, value, options, out, onChange }: SlotProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`ui min-h-11 max-w-full rounded-6 border bg-surface px-3 text-22 font-bold ${out ? 'border-vermilion text-vermilion' : 'border-control text-indigo'}`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

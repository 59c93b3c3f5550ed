import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import type { Segment } from '../../kit/shapes.ts'
import { type Kind, kinds, newPart, type Part, type Sentence } from './parts.ts'
import { Slots } from './Slots.tsx'
import { useTags } from './tags.ts'
import { useSegmentWords } from './words.ts'

type Props = { sentence: Sentence; onChange: (sentence: Sentence) => void; others: readonly Segment[] }

/** The rule as a sentence with slots; who is left out stands below it in vermilion. */
export function Builder({ sentence, onChange, others }: Props) {
  const w = useSegmentWords()
  const { all, except } = sentence
  return (
    <section aria-label={w.rule} className="grid gap-5 rounded-10 border border-line bg-surface p-6">
      <ol className="grid gap-4">
        <Parts parts={all} others={others} least={1} onChange={(all) => onChange({ ...sentence, all })} />
      </ol>
      <p className="text-22">{w.s_end}</p>
      <Add label={w.addPart} others={others} onAdd={(part) => onChange({ ...sentence, all: [...all, part] })} />
      {except.length > 0 && (
        <>
          <p className="text-22">{w.except}</p>
          <ol className="grid gap-4">
            <Parts
              out
              parts={except}
              others={others}
              least={0}
              onChange={(except) => onChange({ ...sentence, except })}
            />
          </ol>
        </>
      )}
      <Add label={w.addExcept} others={others} onAdd={(part) => onChange({ ...sentence, except: [...except, part] })} />
    </section>
  )
}

type PartsProps = {
  parts: Part[]
  others: readonly Segment[]
  least: number
  out?: boolean
  onChange: (parts: Part[]) => void
}

function Parts({ parts, others, least, out = false, onChange }: PartsProps) {
  const w = useSegmentWords()
  return parts.map((part, at) => (
    // Its place in the sentence is all the identity a part has.
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids and keep their order
    <li key={at} className="flex flex-wrap items-center gap-2 text-22">
      <Slots part={part} others={others} out={out} onChange={(next) => onChange(parts.with(at, next))} />
      {parts.length > least && (
        <Button look="quiet" onPress={() => onChange(parts.toSpliced(at, 1))}>
          {w.remove}
        </Button>
      )}
    </li>
  ))
}

function Add({ label, others, onAdd }: { label: string; others: readonly Segment[]; onAdd: (part: Part) => void }) {
  const w = useSegmentWords()
  const tags = useTags()
  const named = (kind: Kind) => (kind === 'tagged' ? tags[0]?.tag_id : others[0]?.segment_id) ?? ''
  return (
    <label className="ui relative flex w-fit items-center gap-2 rounded-6 border border-dashed border-control px-3 text-16 text-ink-2">
      <Icon name="plus" size={18} />
      {label}
      <select
        aria-label={label}
        value=""
        onChange={(event) => onAdd(newPart(event.target.value as Kind, named(event.target.value as Kind)))}
        className="min-h-11 bg-transparent text-16"
      >
        <option value="">{w.kind}</option>
        {kinds
          .filter((kind) => (kind !== 'inside' && kind !== 'tagged') || named(kind))
          .map((kind) => (
            <option key={kind} value={kind}>
              {w[kind]}
            </option>
          ))}
      </select>
    </label>
  )
}

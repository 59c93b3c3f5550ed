import { Icon } from '../kit/Icon.tsx'
import type { Display } from '../kit/shapes.ts'
import { useWords } from './words.ts'

const JUST_MS = 90_000
const EARLIER = 6

/** The newest number so large that it is read across the shop, the earlier ones below it. */
export function Calls({ ready, as_of }: { ready: Display['ready']; as_of: string }) {
  const w = useWords()
  const [newest, ...earlier] = ready
  if (!newest) return null
  const just = Date.parse(as_of) - Date.parse(newest.called_at) < JUST_MS
  return (
    <div aria-live="polite" className="figures">
      <h2 className="mt-[calc(var(--u)*40)] flex items-center gap-[calc(var(--u)*20)] text-[calc(var(--u)*40)] text-green">
        <Icon name="check" size={40} />
        {w.ready}
      </h2>
      <p className="mt-[calc(var(--u)*30)] flex items-center gap-[calc(var(--u)*48)]">
        <b key={newest.number} className="call text-[calc(var(--u)*300)] leading-none">
          {newest.number}
        </b>
        <span className="ui grid gap-[calc(var(--u)*18)] text-[calc(var(--u)*28)] text-ink-2">
          {just && (
            <span className="justify-self-start rounded-12 bg-[#47652f] px-[calc(var(--u)*24)] py-[calc(var(--u)*8)] text-[calc(var(--u)*32)] font-bold text-white">
              {w.now}
            </span>
          )}
          {w.show}
        </span>
      </p>
      <p className="mt-[calc(var(--u)*24)] flex flex-wrap gap-x-[calc(var(--u)*72)] text-[calc(var(--u)*112)] leading-tight font-bold">
        {earlier.slice(0, EARLIER).map(({ number }) => (
          <span key={number}>{number}</span>
        ))}
      </p>
    </div>
  )
}

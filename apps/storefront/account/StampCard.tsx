import { shortDay } from '../../kit/format.ts'
import { useLang } from '../../kit/words.ts'
import { useAccountWords } from './accountWords.ts'

type Card = { name: { ja: string; en: string }; stamps: number; needs: number; next_expiry: string | null }

/** A paper card as people know it: as many rings as it needs, the stamped ones filled. */
export function StampCard({ card: { name, stamps, needs, next_expiry } }: { card: Card }) {
  const w = useAccountWords()
  const lang = useLang()
  const shown = Math.min(stamps, needs)
  return (
    <section>
      <h2 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 text-16">
        {name[lang]}
        <span className="ui figures text-12 font-normal text-ink-2">{w.stampsOf(shown, needs)}</span>
      </h2>
      <ul aria-hidden="true" className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))] gap-2">
        {Array.from({ length: needs }, (_, at) => `${at + 1}`).map((number) => (
          <li
            key={number}
            className={`figures grid aspect-square place-items-center rounded-full border text-12 ${
              Number(number) <= shown ? 'border-board bg-board text-black' : 'border-control text-ink-2'
            }`}
          >
            {number}
          </li>
        ))}
      </ul>
      <p className="ui mt-2 text-12 text-ink-2">
        {w.stampsLeft(needs - shown)}
        {next_expiry && ` ${w.stampsUntil(shortDay(next_expiry, lang))}`}
      </p>
    </section>
  )
}

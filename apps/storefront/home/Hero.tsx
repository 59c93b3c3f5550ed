import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { calendarDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useText } from '../../kit/words.ts'
import { Scene, seasonOf } from '../Scene.tsx'
import { useShop } from '../shop.ts'
import { useWords } from '../words.ts'

/** The view from the veranda in this season; on a brand's own address its own line. */
export function Hero() {
  const w = useWords()
  const text = useText()
  const shop = useShop()
  const season = seasonOf(Number(calendarDay(shop?.now ?? '1970-04-01T00:00:00Z').slice(5, 7)))
  const title = { spring: w.springTitle, summer: w.summerTitle, autumn: w.autumnTitle, winter: w.winterTitle }[season]
  const line = shop?.look?.line
  return (
    <section className="relative h-[14.625rem] overflow-hidden rounded-12 desk:h-[22rem]">
      <Scene season={season} className="absolute inset-0 size-full" />
      <div className="relative flex h-full flex-col items-start justify-between p-5 pb-3.5 desk:p-12">
        <div>
          <h1 className="max-w-[9em] text-22 desk:text-40">{line ? text(line) : title}</h1>
          <p className="mt-1 max-w-[15em] text-14 text-ink-2 desk:max-w-none desk:text-16">{w.heroText}</p>
        </div>
        <Link to="/search" className={buttonClass('outline', 'touch', '!min-h-9 border-0 !text-ink desk:!min-h-11')}>
          {w.heroLink}
          <Icon name="right" size={18} />
        </Link>
      </div>
    </section>
  )
}

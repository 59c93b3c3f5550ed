import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { calendarDay } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useName } from '../../kit/naming.ts'
import { Scene, seasonOf } from '../Scene.tsx'
import { useShop } from '../shop.ts'
import { useLegalWords } from './legalWords.ts'

/** Nothing is offered before the law's words stand: the veranda is swept, the blinds are down. */
export default function NotOpen() {
  const w = useLegalWords()
  const name = useName()
  const shop = useShop()
  const season = seasonOf(Number(calendarDay(shop?.now ?? '1970-04-01T00:00:00Z').slice(5, 7)))
  return (
    <div className="mx-auto max-w-[44rem] px-4 pt-8 tablet:px-5 desk:pt-20">
      <p className="mb-6 flex justify-center">
        {shop?.look ? <b className="text-22 tracking-[0.08em] text-indigo">{name(shop.look)}</b> : <Mark size={40} />}
      </p>
      <div className="relative h-[14.625rem] overflow-hidden rounded-12 desk:h-[18rem]">
        <Scene season={season} className="absolute inset-0 size-full" />
      </div>
      <h1 className="mt-8 text-center text-28">{w.notOpen}</h1>
      <p className="mx-auto mt-3 max-w-[32em] text-center text-ink-2">{w.notOpenText}</p>
      <p className="mt-6 flex flex-wrap justify-center gap-3">
        <Link to="/card" className={buttonClass('filled')}>
          <Icon name="card" size={20} />
          {w.notOpenCard}
        </Link>
        <Link to="/account" className={buttonClass('outline')}>
          {w.notOpenAccount}
        </Link>
      </p>
    </div>
  )
}

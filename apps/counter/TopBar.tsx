import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { takeIfAny } from '../kit/client.ts'
import { nowIso, nowMs } from '../kit/clock.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import { time } from '../kit/format.ts'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useName } from '../kit/naming.ts'
import { api } from './api.ts'
import { useConnected } from './offline/connection.ts'
import { useUnsent } from './offline/queue.ts'
import { useTill } from './till.ts'
import { useWords } from './words.ts'

/** Shop, person, connection, time: always in the same places, the connection always left of the clock. */
export function TopBar() {
  const w = useWords()
  const name = useName()
  const { staff, place } = useTill()
  const queries = useQueryClient()
  const leave = async () => {
    await takeIfAny(api.DELETE('/v1/access/session'))
    await queries.resetQueries()
  }
  return (
    <header className="order-1 col-span-full flex items-center gap-2 border-b border-line bg-surface pr-3 tablet:order-none tablet:gap-4 tablet:pr-5">
      <Link
        to="/"
        aria-label={w.sale}
        className="hidden w-[5.25rem] shrink-0 place-items-center self-stretch tablet:grid"
      >
        <Mark size={36} />
      </Link>
      <b className="ui truncate pl-3 text-16 tablet:pl-0 tablet:text-18">{name(place)}</b>
      <span className="ui hidden items-center gap-2 border-l border-line pl-4 text-16 whitespace-nowrap text-ink-2 desk:flex">
        <Icon name="person" size={20} />
        {name({ name: staff.display_name, name_en: staff.display_name_en })}
      </span>
      <Button look="quiet" className="!px-2 !font-normal" onPress={leave}>
        {w.signOut}
      </Button>
      <DemoBar kind="staff" name={staff.display_name} look="pill" />
      <Connection />
      <Clock />
    </header>
  )
}

/** Connected or not, and how much the house has not heard of: two short lines that always stand in one place. */
function Connection() {
  const w = useWords()
  const connected = useConnected()
  const { count, oldest_at } = useUnsent()
  const minutes = useMinutesSince(oldest_at)
  const waiting = count === 0 ? w.unsent('0') : w.unsentSince(String(count), minutes)
  if (connected) {
    return (
      <span
        role="status"
        className={`ui ml-auto flex items-center gap-2 text-14 ${count > 0 ? 'text-amber' : 'text-green'}`}
      >
        <Icon name={count > 0 ? 'up' : 'check'} size={20} />
        <span>
          <span className="max-tablet:sr-only">{w.connected}・</span>
          {waiting}
        </span>
      </span>
    )
  }
  return (
    <span
      role="alert"
      className="ui ml-auto flex items-center gap-3 rounded-6 border border-amber bg-amber-tint px-4 py-1 text-amber"
    >
      <Icon name="offline" />
      <span>
        <b className="block text-16">{w.disconnected}</b>
        <span className="figures text-14">{waiting}</span>
      </span>
    </span>
  )
}

function useMinutesSince(at: string | null): string {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    setNow(nowMs())
    const timer = setInterval(() => setNow(nowMs()), 5000)
    return () => clearInterval(timer)
  }, [])
  return String(at ? Math.max(0, Math.floor((now - Date.parse(at)) / 60_000)) : 0)
}

function Clock() {
  const [now, setNow] = useState(nowIso)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowIso()), 5000)
    return () => clearInterval(timer)
  }, [])
  return <time className="figures hidden text-28 leading-none font-bold tablet:block">{time(now)}</time>
}

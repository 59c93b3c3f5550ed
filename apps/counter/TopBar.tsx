import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Button } from '../kit/Button.tsx'
import { takeIfAny } from '../kit/client.ts'
import { nowIso } from '../kit/clock.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import { time } from '../kit/format.ts'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useName } from '../kit/naming.ts'
import { api } from './api.ts'
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
    <header className="col-span-2 flex items-center gap-4 border-b border-line bg-surface pr-5">
      <Link to="/" aria-label={w.sale} className="grid w-[5.25rem] place-items-center self-stretch">
        <Mark size={36} />
      </Link>
      <b className="ui text-18">{name(place)}</b>
      <span className="ui flex items-center gap-2 border-l border-line pl-4 text-16 text-ink-2">
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

function Connection() {
  const w = useWords()
  const online = useOnline()
  if (online) {
    return (
      <span role="status" className="ui ml-auto flex items-center gap-2 text-14 text-green">
        <Icon name="check" size={20} />
        {w.connected}
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
        <span className="text-14">{w.disconnectedText}</span>
      </span>
    </span>
  )
}

/** True while the device says that it has a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

function Clock() {
  const [now, setNow] = useState(nowIso)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowIso()), 5000)
    return () => clearInterval(timer)
  }, [])
  return <time className="figures text-28 leading-none font-bold">{time(now)}</time>
}

import { useName } from '../../kit/naming.ts'
import type { Place } from '../../kit/shapes.ts'
import { useWords } from '../words.ts'

/** What a house on the plan is called: its shop, or the channel it stands for. */
export function useLotName(places: readonly Place[]): (id: string) => string {
  const w = useWords()
  const nameOf = useName()
  const channels: Record<string, string> = { online: w.ecApp, phone: w.phone, line: w.line }
  return (id) => {
    const place = places.find(({ place_id }) => place_id === id)
    return place ? nameOf(place) : (channels[id] ?? '')
  }
}

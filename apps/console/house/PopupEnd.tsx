import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { figure } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import type { Place } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { useMay, usePlaces } from '../office.ts'
import { useHouseWords } from './words.ts'

/** The end of a POP-UP: no more sales, its goods on their way to where they belong. */
export function PopupEnd({ place }: { place: Place }) {
  const w = useHouseWords()
  const name = useName()
  const say = useToast()
  const cache = useQueryClient()
  const may = useMay(['manager', 'merchandiser'])
  const others = usePlaces().filter((each) => each.place_id !== place.place_id && each.kind !== 'dealer')
  const usual = place.returns_to_place_id ?? others.find((each) => each.ships_ec)?.place_id ?? others[0]?.place_id ?? ''
  const [to_place_id, setTo] = useState(usual)
  const act = useAct(async (key) => {
    const body = { place_id: place.place_id, to_place_id }
    const closed = await take(api.POST('/v1/inventory/popup-closings', { body, ...keyed(key) }))
    await cache.invalidateQueries()
    say(w.popupDone(figure((closed.transfer?.lines ?? []).reduce((sum, line) => sum + line.requested, 0))))
  })
  if (!may) return null
  return (
    <section className="rounded-12 border border-line bg-surface p-5">
      <h2 className="mb-2 text-16">{w.popupEnd}</h2>
      <p className="mb-3 text-14 text-ink-2">{w.popupEndText}</p>
      <Form act={act} label={w.popupEnd} ready={to_place_id !== ''}>
        <Picker
          label={w.popupTo}
          value={to_place_id}
          onChange={setTo}
          options={others.map((each) => ({ value: each.place_id, label: name(each) }))}
        />
      </Form>
    </section>
  )
}

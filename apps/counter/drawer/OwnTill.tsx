import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { refusalOf } from '../../kit/problem.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { useText } from '../../kit/words.ts'
import { api, queries } from '../api.ts'
import { type Approver, ManagerFields, nobody } from '../ManagerFields.tsx'
import { useConnected } from '../offline/connection.ts'
import { ownTill } from '../offline/device.ts'
import { useTill } from '../till.ts'
import { useDrawerWords } from './words.ts'

/** This device makes itself known as its till; where another has it, a manager moves it here. Nothing is shown while all is well. */
export function OwnTill() {
  const w = useDrawerWords()
  const { place } = useTill()
  const connected = useConnected()
  const [open, setOpen] = useState(false)
  const { data: bound } = useQuery({
    queryKey: ['own till', place.place_id],
    queryFn: () => bind(place.place_id),
    enabled: connected,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (bound !== false) return null
  return (
    <>
      <Notice tone="warning">
        {w.otherTill}
        <Button look="quiet" className="!px-0" onPress={() => setOpen(true)}>
          {w.moveTill}
        </Button>
      </Notice>
      <Sheet title={w.moveTill} open={open} onClose={() => setOpen(false)} side="centre">
        <Moving place_id={place.place_id} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function Moving({ place_id, onDone }: { place_id: string; onDone: () => void }) {
  const w = useDrawerWords()
  const text = useText()
  const [approver, setApprover] = useState<Approver>(nobody)
  const act = useAct(async () => {
    await put(place_id, { move: true, approved_by: approver })
    await queries.invalidateQueries({ queryKey: ['own till'] })
    onDone()
  })
  return (
    <div className="grid gap-4">
      <p className="ui flex gap-3 text-14 text-ink-2">
        <Icon name="register" size={20} />
        {w.moveTillText}
      </p>
      <ManagerFields value={approver} onChange={setApprover} />
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button
        size="till"
        isDisabled={!approver.code || approver.pin.length < 4 || act.busy}
        onPress={() => void act.run()}
      >
        {w.moveTill}
      </Button>
    </div>
  )
}

/** False when this till is another device's. */
async function bind(place_id: string): Promise<boolean> {
  try {
    await put(place_id)
    return true
  } catch (thrown) {
    if (refusalOf(thrown).code === 'access.till_bound') return false
    throw thrown
  }
}

async function put(place_id: string, more: { move?: boolean; approved_by?: Approver } = {}) {
  const { device_id, key } = await ownTill()
  const path = { device_id }
  return take(api.PUT('/v1/orders/tills/{device_id}', { params: { path }, body: { key, place_id, ...more } }))
}

import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { ownDevice } from '../offline/device.ts'
import { useTill } from '../till.ts'
import { useLookAgain } from './session.ts'
import { useDrawerWords } from './words.ts'

/** The first act of the day: how much change lies in the drawer. */
export function OpenTill() {
  const w = useDrawerWords()
  const text = useText()
  const { place, terms } = useTill()
  const lookAgain = useLookAgain()
  // A device may still keep the settings of an older house.
  const [float, setFloat] = useState(String(terms.settings.tills?.float_yen ?? ''))
  const act = useAct(async (key) => {
    const body = { place_id: place.place_id, device_id: await ownDevice(), float_yen: Number(float) }
    await take(api.POST('/v1/orders/till-sessions', { body, ...keyed(key) }))
    await lookAgain()
  })
  return (
    <div className="grid max-w-[26rem] content-start gap-4">
      <h2 className="text-18">{w.notOpen}</h2>
      <p className="text-14 text-ink-2">{w.notOpenText}</p>
      <Field
        label={w.float}
        inputMode="numeric"
        value={float}
        onChange={(typed) => setFloat(typed.replace(/\D/g, ''))}
      />
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button size="till" isDisabled={float === '' || act.busy} onPress={() => act.run()}>
        {w.open}
      </Button>
    </div>
  )
}

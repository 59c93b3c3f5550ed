import { useState } from 'react'
import { useAct } from './act.ts'
import { Button } from './Button.tsx'
import { type Api, take } from './client.ts'
import { DemoBar } from './DemoBar.tsx'
import { Field } from './Field.tsx'
import { Keypad } from './Keypad.tsx'
import { useKitWords } from './kitWords.ts'
import { Mark } from './Mark.tsx'
import { Notice } from './Notice.tsx'
import { useName } from './naming.ts'
import { Picker } from './Picker.tsx'
import { Refused } from './problem.ts'
import type { Place } from './shapes.ts'
import { useText } from './words.ts'

const PLACE = 'engawa_staff_place'
const PIN_SHORTEST = 4
const PIN_LONGEST = 8

type Props = { api: Api; places: Place[]; onDone: () => unknown }

/** Place, number, PIN. The place is remembered by the device; a wrong PIN empties itself and says what is left. */
export function StaffSignIn({ api, places, onDone }: Props) {
  const w = useKitWords()
  const text = useText()
  const name = useName()
  const [place_id, setPlace] = useState(() => localStorage.getItem(PLACE) ?? '')
  const [code, setCode] = useState('')
  const [pin, setPin] = useState('')
  // A PIN somebody else set lets her in once: to choose her own.
  const [own, setOwn] = useState<string | null>(null)
  const chosen = places.some((place) => place.place_id === place_id) ? place_id : (places[0]?.place_id ?? '')
  const enter = useAct(async () => {
    try {
      const staff_code = code.trim()
      const body = { staff_code, pin, ...(own ? { new_pin: own } : {}), ...(chosen ? { place_id: chosen } : {}) }
      await take(api.POST('/v1/access/staff-sessions', { body }))
      localStorage.setItem(PLACE, chosen)
      await onDone()
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.code === 'access.pin_change') setOwn('')
      else {
        setPin('')
        setOwn(null)
      }
      throw thrown
    }
  })
  return (
    <div className="grid min-h-dvh bg-ground tablet:grid-cols-[1fr_minmax(22rem,30rem)]">
      <div className="relative grid content-center justify-items-center gap-3 overflow-hidden bg-sunk py-10">
        <Mark size={96} />
        <b className="text-28">Engawa</b>
        <DemoBar kind="staff" name={null} look="pill" />
        <span className="absolute inset-x-0 bottom-0 h-[18%] bg-board [background-image:repeating-linear-gradient(#0000_0_34px,#8f6535_34px_35px)]" />
      </div>
      <form
        className="mx-auto grid w-full max-w-[30rem] content-center gap-4 px-6 py-6 tablet:px-10"
        onSubmit={(event) => {
          event.preventDefault()
          void enter.run()
        }}
      >
        <h1 className="text-22">{w.signInTitle}</h1>
        <Picker
          label={w.chooseShop}
          value={chosen}
          onChange={setPlace}
          options={places.map((place) => ({ value: place.place_id, label: name(place) }))}
        />
        <Field label={w.staffCode} value={code} onChange={setCode} autoComplete="username" placeholder="S-017" />
        <Field
          label={w.pin}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={PIN_LONGEST}
          value={pin}
          onChange={setPin}
          inputClass="!text-22 tracking-[0.3em]"
        />
        {own !== null && (
          <Field
            label={w.newPin}
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={PIN_LONGEST}
            value={own}
            onChange={setOwn}
            inputClass="!text-22 tracking-[0.3em]"
          />
        )}
        {enter.refused && <Notice tone="refused">{text(enter.refused.text)}</Notice>}
        <Keypad value={own ?? pin} longest={PIN_LONGEST} onChange={own === null ? setPin : setOwn} />
        <Button type="submit" size="till" isDisabled={enter.busy || !code.trim() || (own ?? pin).length < PIN_SHORTEST}>
          {w.signIn}
        </Button>
      </form>
    </div>
  )
}

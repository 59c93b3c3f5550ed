import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../kit/act.ts'
import { Button } from '../kit/Button.tsx'
import { take } from '../kit/client.ts'
import { DemoBar } from '../kit/DemoBar.tsx'
import { Field } from '../kit/Field.tsx'
import { Mark } from '../kit/Mark.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useName } from '../kit/naming.ts'
import { Picker } from '../kit/Picker.tsx'
import type { Place } from '../kit/shapes.ts'
import { useText } from '../kit/words.ts'
import { api } from './api.ts'
import { Keypad } from './Keypad.tsx'
import { useWords } from './words.ts'

const SHOP = 'engawa_counter_place'
const PIN_LONGEST = 8

/** Shop, number, PIN. The shop is remembered by the device; a wrong PIN empties itself and says what is left. */
export function SignIn({ shops }: { shops: Place[] }) {
  const w = useWords()
  const text = useText()
  const name = useName()
  const queries = useQueryClient()
  const [place_id, setPlace] = useState(() => localStorage.getItem(SHOP) ?? '')
  const [code, setCode] = useState('')
  const [pin, setPin] = useState('')
  const chosen = shops.some((shop) => shop.place_id === place_id) ? place_id : (shops[0]?.place_id ?? '')
  const enter = useAct(async () => {
    try {
      await take(api.POST('/v1/access/staff-sessions', { body: { staff_code: code.trim(), pin, place_id: chosen } }))
      localStorage.setItem(SHOP, chosen)
      await queries.resetQueries()
    } finally {
      setPin('')
    }
  })
  return (
    <div className="grid min-h-dvh grid-cols-[1fr_minmax(22rem,30rem)] bg-ground">
      <div className="relative grid content-center justify-items-center gap-3 overflow-hidden bg-sunk">
        <Mark size={96} />
        <b className="text-28">Engawa</b>
        <DemoBar kind="staff" name={null} look="pill" />
        <span className="absolute inset-x-0 bottom-0 h-[22%] bg-board [background-image:repeating-linear-gradient(#0000_0_34px,#8f6535_34px_35px)]" />
      </div>
      <form
        className="grid content-center gap-4 px-10 py-6"
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
          options={shops.map((shop) => ({ value: shop.place_id, label: name(shop) }))}
        />
        <Field label={w.staffCode} value={code} onChange={setCode} autoComplete="username" placeholder="S-017" />
        <Field
          label={w.pin}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={PIN_LONGEST}
          value={pin}
          onChange={setPin}
          inputClass="!text-22 tracking-[0.3em]"
        />
        {enter.refused && <Notice tone="refused">{text(enter.refused.text)}</Notice>}
        <Keypad value={pin} longest={PIN_LONGEST} onChange={setPin} />
        <Button type="submit" size="till" isDisabled={enter.busy || !code.trim() || pin.length < 4}>
          {w.signIn}
        </Button>
      </form>
    </div>
  )
}

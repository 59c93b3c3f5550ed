import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Camera } from '../Camera.tsx'
import { Check } from '../Check.tsx'
import { Choice } from '../Choice.tsx'
import { clientFor } from '../client.ts'
import { Field } from '../Field.tsx'
import { Icon } from '../Icon.tsx'
import { Keypad } from '../Keypad.tsx'
import { Picker } from '../Picker.tsx'
import { Select } from '../Select.tsx'
import { StaffSignIn } from '../StaffSignIn.tsx'
import { Stepper } from '../Stepper.tsx'
import { Tabs } from '../Tabs.tsx'
import { Part } from './Part.tsx'
import { useGalleryWords } from './words.ts'

const api = clientFor({ face: 'console' })

/** What asks something of a person. */
export function Asking() {
  const w = useGalleryWords()
  const [text, setText] = useState('')
  const [way, setWay] = useState<'ship' | 'collect'>('collect')
  const [shop, setShop] = useState('setagaya')
  const [digits, setDigits] = useState('246')
  const [pieces, setPieces] = useState(1)
  const [agreed, setAgreed] = useState(true)
  const [span, setSpan] = useState<'day' | 'week' | 'month'>('week')
  const [camera, setCamera] = useState(false)
  const shops = [
    { value: 'shinjuku', label: w.shinjuku, name: w.shinjuku },
    { value: 'setagaya', label: w.setagaya, name: w.setagaya },
  ]
  return (
    <>
      <Part name="Field">
        <Field label={w.name} hint={w.nameHint} value={text} onChange={setText} />
        <Field label={w.name} error={w.nameWrong} value="" />
        <Field label={w.phone} value="03-0000-0000" isDisabled />
        <Field label={w.search} placeholder={w.shirt} before={<Icon name="search" size={18} />} />
      </Part>
      <Part name="Select">
        <Select label={w.shop} value={shop} options={shops} onChange={setShop} />
      </Part>
      <Part name="Picker">
        <Picker label={w.shop} value={shop} options={shops} onChange={setShop} />
      </Part>
      <Part name="Check">
        <Check checked={agreed} onChange={setAgreed}>
          {w.agree}
        </Check>
        <Check checked={false} onChange={setAgreed} disabled>
          {w.agree}
        </Check>
      </Part>
      <Part name="Choice">
        <Choice
          label={w.way}
          name="gallery way"
          value={way}
          onChange={setWay}
          className="w-80"
          options={[
            { value: 'ship', name: w.ship, note: w.shipNote, icon: 'truck' },
            { value: 'collect', name: w.collect, note: w.holdNote, icon: 'store' },
          ]}
        />
      </Part>
      <Part name="Tabs">
        {[false, true].map((tall) => (
          <Tabs
            key={String(tall)}
            label={w.week}
            tall={tall}
            value={span}
            onChange={setSpan}
            tabs={[
              { value: 'day', label: w.day },
              { value: 'week', label: w.week },
              { value: 'month', label: w.month },
            ]}
          />
        ))}
      </Part>
      <Part name="Stepper">
        <Stepper value={pieces} max={5} onChange={setPieces} />
        <Stepper value={5} max={5} onChange={setPieces} />
        <Stepper value={1} onChange={setPieces} disabled />
      </Part>
      <Part name="Keypad">
        <div className="w-64">
          <output className="figures text-28">{digits}</output>
          <Keypad value={digits} longest={8} onChange={setDigits} />
        </div>
        <div className="w-64">
          <Keypad value={digits} longest={8} onChange={setDigits} zeros />
        </div>
      </Part>
      <Part name="Camera">
        {camera ? <Camera onCode={setText} /> : <Button onPress={() => setCamera(true)}>{w.camera}</Button>}
      </Part>
      <Part name="StaffSignIn">
        <div className="w-full rounded-12 border border-line">
          <StaffSignIn api={api} places={[]} onDone={() => undefined} />
        </div>
      </Part>
    </>
  )
}

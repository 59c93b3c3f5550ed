import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import type { Staff } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { usePlaces } from '../office.ts'
import { useWords } from '../words.ts'
import { useHouseWords } from './words.ts'

export const ROLES = ['clerk', 'agent', 'marketer', 'merchandiser', 'manager', 'admin'] as const

/** Who somebody is here and how far she may go; her PIN is set only to begin with, then it is hers. */
export function StaffForm({ staff, onDone }: { staff?: Staff; onDone: () => void }) {
  const w = useHouseWords()
  const screen = useWords()
  const nameOf = useName()
  const say = useToast()
  const cache = useQueryClient()
  const places = usePlaces()
  const [code, setCode] = useState(staff?.code ?? '')
  const [name, setName] = useState(staff?.display_name ?? '')
  const [nameEn, setNameEn] = useState(staff?.display_name_en ?? '')
  const [role, setRole] = useState<Staff['role']>(staff?.role ?? 'clerk')
  const [place_ids, setPlaces] = useState(staff?.place_ids ?? [])
  const [pin, setPin] = useState('')
  const [active, setActive] = useState(staff?.active ?? true)
  const done = async (said: string) => {
    await cache.invalidateQueries({ queryKey: ['staff'] })
    say(said)
    onDone()
  }
  const act = useAct(async (key) => {
    const body = {
      code: code.trim(),
      display_name: name.trim(),
      display_name_en: nameEn.trim() || null,
      role,
      place_ids,
      active,
      ...(pin ? { pin } : {}),
    }
    if (staff) {
      const params = { path: { staff_id: staff.staff_id } }
      const headers = { 'If-Match': `"${staff.version}"` }
      await take(api.PATCH('/v1/access/staff/{staff_id}', { params, headers, body }))
    } else await take(api.POST('/v1/access/staff', { body, ...keyed(key) }))
    await done(w.saved)
  })
  const out = useAct(async () => {
    const params = { path: { staff_id: staff?.staff_id ?? '' } }
    await take(api.DELETE('/v1/access/staff/{staff_id}/sessions', { params }))
    await done(w.signedOut)
  })
  return (
    <div className="grid gap-4">
      <Form act={act} label={w.save} ready={code.trim() !== '' && name.trim() !== ''}>
        <Field label={w.code} value={code} onChange={setCode} maxLength={40} />
        <Field label={w.name} value={name} onChange={setName} maxLength={80} />
        <Field label={w.nameEn} value={nameEn} onChange={setNameEn} maxLength={80} />
        <Picker
          label={w.role}
          value={role}
          onChange={(value) => setRole(value as Staff['role'])}
          options={ROLES.map((value) => ({ value, label: screen[value] }))}
        />
        <fieldset className="max-h-48 overflow-y-auto">
          <legend className="ui text-14 font-bold">{w.places}</legend>
          {places.map((place) => (
            <Check
              key={place.place_id}
              checked={place_ids.includes(place.place_id)}
              onChange={(wanted) =>
                setPlaces(wanted ? [...place_ids, place.place_id] : place_ids.filter((id) => id !== place.place_id))
              }
            >
              {nameOf(place)}
            </Check>
          ))}
        </fieldset>
        <Field
          label={w.newPin}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          value={pin}
          onChange={setPin}
          maxLength={8}
        />
        <Check checked={active} onChange={setActive}>
          {w.active}
        </Check>
      </Form>
      {staff && (
        <Button look="quiet" icon="out" isDisabled={out.busy} onPress={() => out.run()}>
          {w.signOutAll}
        </Button>
      )}
    </div>
  )
}

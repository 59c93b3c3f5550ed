import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '../../kit/Button.tsx'
import { useName } from '../../kit/naming.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Staff } from '../../kit/shapes.ts'
import { ROLES, StaffForm } from '../house/StaffForm.tsx'
import { useAllStaff } from '../house/useAllStaff.ts'
import { useHouseWords } from '../house/words.ts'
import { Filter, useFilter } from '../list/Filter.tsx'
import { type Column, List } from '../list/List.tsx'
import { useMay, usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Everybody who works here, in which role and where; and what each role may do. */
export function StaffPage() {
  const w = useHouseWords()
  const screen = useWords()
  const nameOf = useName()
  const places = usePlaces()
  const all = useAllStaff()
  const edits = useMay(['manager'])
  const [asked, setAsked] = useSearchParams()
  const [role] = useFilter('role')
  const [edited, setEdited] = useState<Staff | null>(null)
  const open = edited !== null || asked.get('new') === '1'
  const close = () => {
    setEdited(null)
    setAsked(
      (before) => {
        before.delete('new')
        return before
      },
      { replace: true },
    )
  }
  const name = (staff: Staff) => nameOf({ name: staff.display_name, name_en: staff.display_name_en })
  const where = (staff: Staff) =>
    staff.place_ids.length === 0
      ? w.everywhere
      : places
          .filter((place) => staff.place_ids.includes(place.place_id))
          .map(nameOf)
          .join('・')
  const pin = (staff: Staff) => (staff.initial_until ? w.pinInitial : staff.has_pin ? w.pinSet : w.pinNone)
  const columns: Column<Staff>[] = [
    {
      key: 'name',
      name: w.name,
      text: name,
      show: (staff) =>
        edits ? (
          <button
            type="button"
            data-row
            className="text-left font-bold text-indigo hover:underline"
            onClick={() => setEdited(staff)}
          >
            {name(staff)}
          </button>
        ) : (
          <b>{name(staff)}</b>
        ),
    },
    { key: 'code', name: w.code, text: (staff) => staff.code },
    { key: 'role', name: w.role, text: (staff) => screen[staff.role] },
    { key: 'places', name: w.places, text: where },
    { key: 'pin', name: w.pin, text: pin },
    { key: 'state', name: w.state, text: (staff) => (staff.active ? w.active : w.inactive) },
  ]
  return (
    <Screen
      extra={
        edits && (
          <Button look="outline" icon="plus" className="!min-h-10" onPress={() => setAsked({ new: '1' })}>
            {screen.newStaff}
          </Button>
        )
      }
    >
      <List
        list="staff"
        label={screen.staffList}
        columns={columns}
        rows={all.filter((staff) => !role || staff.role === role)}
        keyOf={(staff) => staff.staff_id}
        sortable
        empty={{ icon: 'people', title: w.noStaff }}
        filters={<Filter of="role" label={w.role} options={ROLES.map((value) => ({ value, name: screen[value] }))} />}
      />
      <section className="mt-8 max-w-[44rem]">
        <h2 className="mb-2 text-14 text-ink-2">{w.rolesTitle}</h2>
        <dl className="ui divide-y divide-line border-y border-line text-14">
          {ROLES.map((each) => (
            <div key={each} className="grid grid-cols-[9rem_1fr] gap-3 py-2">
              <dt className="font-bold">{screen[each]}</dt>
              <dd className="text-ink-2">{w[`${each}Can`]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Sheet title={edited ? w.editStaff(name(edited)) : screen.newStaff} open={open} onClose={close} side="centre">
        {open && <StaffForm key={edited?.staff_id ?? 'new'} {...(edited ? { staff: edited } : {})} onDone={close} />}
      </Sheet>
    </Screen>
  )
}

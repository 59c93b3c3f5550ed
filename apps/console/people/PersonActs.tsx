import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Customer } from '../../kit/shapes.ts'
import { useMay } from '../office.ts'
import { usePrivacyWords } from '../privacy/privacyWords.ts'
import { Receive } from '../privacy/Receive.tsx'
import { Looks } from './Looks.tsx'
import { Merging } from './Merging.tsx'
import { usePeopleWords } from './words.ts'

/** What may be done about who a person is: join her with another record, part them again, write down what she asks, see who looked. */
export function PersonActs({ customer }: { customer: Customer }) {
  const w = usePeopleWords()
  const p = usePrivacyWords()
  const merges = useMay(['agent', 'manager'])
  const receives = useMay(['agent'])
  const sees = useMay(['admin'])
  const [open, setOpen] = useState<'merge' | 'looks' | 'privacy' | null>(null)
  const [profile_id] = customer.profile_ids
  return (
    <span className="ml-auto flex gap-3">
      {merges && (
        <Button look="outline" icon="people" onPress={() => setOpen('merge')}>
          {w.acts}
        </Button>
      )}
      {receives && (
        <Button look="outline" icon="info" onPress={() => setOpen('privacy')}>
          {p.receive}
        </Button>
      )}
      {sees && (
        <Button look="outline" icon="eye" onPress={() => setOpen('looks')}>
          {w.looks}
        </Button>
      )}
      <Sheet title={w.acts} open={open === 'merge'} onClose={() => setOpen(null)} side="centre">
        <Merging customer={customer} onDone={() => setOpen(null)} />
      </Sheet>
      <Sheet title={p.receive} open={open === 'privacy'} onClose={() => setOpen(null)} side="centre">
        {profile_id && <Receive profile_id={profile_id} onDone={() => setOpen(null)} />}
      </Sheet>
      <Sheet title={w.looks} open={open === 'looks'} onClose={() => setOpen(null)} side="centre">
        {profile_id && <Looks profile_id={profile_id} />}
      </Sheet>
    </span>
  )
}

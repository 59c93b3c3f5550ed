import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { nowIso } from '../../kit/clock.ts'
import { Field } from '../../kit/Field.tsx'
import { calendarDay, fullDay } from '../../kit/format.ts'
import { Picker } from '../../kit/Picker.tsx'
import type { PrivacyRequest } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { usePrivacyWords } from './privacyWords.ts'

const kinds = ['see', 'export', 'correct', 'stop', 'erase'] as const
const vias = ['phone', 'letter', 'counter', 'mail'] as const

/** Write down what this person asks about her data. */
export function Receive({ profile_id, onDone }: { profile_id: string; onDone: () => void }) {
  const w = usePrivacyWords()
  const lang = useLang()
  const say = useToast()
  const cache = useQueryClient()
  const [kind, setKind] = useState<PrivacyRequest['kind']>('see')
  const [via, setVia] = useState<PrivacyRequest['via']>('phone')
  const [received_on, setReceived] = useState(calendarDay(nowIso()))
  const act = useAct(async (key) => {
    const body = { profile_id, kind, via, received_on }
    const { due_on } = await take(api.POST('/v1/privacy/requests', { body, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['privacy-requests'] })
    say(w.receivedDone(fullDay(`${due_on}T03:00:00Z`, lang)))
    onDone()
  })
  return (
    <Form act={act} label={w.receiveAct} ready={received_on !== ''}>
      <p className="text-14 text-ink-2">{w.receiveText}</p>
      <Picker
        label={w.kind}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        options={kinds.map((value) => ({ value, label: w[value] }))}
      />
      <Picker
        label={w.via}
        value={via}
        onChange={(value) => setVia(value as typeof via)}
        options={vias.map((value) => ({ value, label: w[value] }))}
      />
      <Field label={w.received} type="date" value={received_on} onChange={setReceived} />
    </Form>
  )
}

import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import type { TillSession } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useLookAgain } from './session.ts'
import { useDrawerWords } from './words.ts'

/** Cash put into the drawer or taken out of it, and why. */
export function CashMove({ session, onDone }: { session: TillSession; onDone: () => void }) {
  const w = useDrawerWords()
  const text = useText()
  const lookAgain = useLookAgain()
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState(w.moreChange)
  const act = useAct(async (key, kind: 'in' | 'out') => {
    const params = { path: { till_session_id: session.till_session_id } }
    const body = { kind, amount_yen: Number(amount), reason }
    await take(api.POST('/v1/orders/till-sessions/{till_session_id}/cash-movements', { params, body, ...keyed(key) }))
    await lookAgain()
    onDone()
  })
  const ready = Number(amount) > 0 && !act.busy
  return (
    <div className="grid gap-4">
      <Field
        label={w.amount}
        inputMode="numeric"
        value={amount}
        onChange={(typed) => setAmount(typed.replace(/\D/g, ''))}
      />
      <Picker
        label={w.reason}
        value={reason}
        onChange={setReason}
        options={[w.moreChange, w.toBank, w.pettyCash, w.changedMoney].map((each) => ({ value: each, label: each }))}
      />
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <div className="grid grid-cols-2 gap-3">
        <Button size="till" isDisabled={!ready} onPress={() => act.run('in')}>
          {w.cashIn}
        </Button>
        <Button size="till" look="outline" isDisabled={!ready} onPress={() => act.run('out')}>
          {w.cashOut}
        </Button>
      </div>
    </div>
  )
}

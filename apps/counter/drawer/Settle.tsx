import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { TillCount, TillSession } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { type Approver, ManagerFields, nobody } from '../ManagerFields.tsx'
import { useTill } from '../till.ts'
import { Fact } from './Figures.tsx'
import { useLookAgain } from './session.ts'
import { signed } from './TillPaper.tsx'
import { useDrawerWords } from './words.ts'

const KINDS = [10_000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1] as const

/** Counted blind by denomination; only then is said what should be there, and the till is settled. */
export function Settle({ session, onDone }: { session: TillSession; onDone: () => void }) {
  const [count, setCount] = useState<TillCount | null>(null)
  return count ? (
    <Compare session={session} count={count} onAgain={() => setCount(null)} onDone={onDone} />
  ) : (
    <Count session={session} onCounted={setCount} />
  )
}

function Count({ session, onCounted }: { session: TillSession; onCounted: (count: TillCount) => void }) {
  const w = useDrawerWords()
  const text = useText()
  const [typed, setTyped] = useState<Record<number, string>>({})
  const pieces = KINDS.map((value) => ({ yen: value, pieces: Number(typed[value] ?? 0) }))
  const act = useAct(async (key) => {
    const params = { path: { till_session_id: session.till_session_id } }
    const path = '/v1/orders/till-sessions/{till_session_id}/counts'
    onCounted(await take(api.POST(path, { params, body: { pieces }, ...keyed(key) })))
  })
  return (
    <div className="grid gap-4">
      <p className="text-14 text-ink-2">{w.countText}</p>
      <div className="grid grid-cols-2 gap-3">
        {KINDS.map((value) => (
          <Field
            key={value}
            label={w.piecesOf(yen(value))}
            inputMode="numeric"
            maxLength={5}
            inputClass="figures text-right"
            value={typed[value] ?? ''}
            onChange={(digits) => setTyped({ ...typed, [value]: digits.replace(/\D/g, '') })}
          />
        ))}
      </div>
      <p className="flex items-baseline justify-between">
        <span>{w.counted}</span>
        <output className="figures text-28 font-bold">
          {yen(pieces.reduce((sum, each) => sum + each.yen * each.pieces, 0))}
        </output>
      </p>
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button size="till" isDisabled={act.busy} onPress={() => act.run()}>
        {w.countDone}
      </Button>
    </div>
  )
}

type CompareProps = { session: TillSession; count: TillCount; onAgain: () => void; onDone: () => void }

function Compare({ session, count, onAgain, onDone }: CompareProps) {
  const w = useDrawerWords()
  const text = useText()
  const { staff } = useTill()
  const lookAgain = useLookAgain()
  const [reason, setReason] = useState('')
  const [approver, setApprover] = useState<Approver>(nobody)
  const alone = staff.role === 'manager' || staff.role === 'admin'
  const act = useAct(async (key) => {
    const params = { path: { till_session_id: session.till_session_id } }
    const override = { reason, ...(alone ? {} : { approved_by: approver }) }
    const body = { count_id: count.count_id, ...(count.needs_manager ? { override } : {}) }
    try {
      await take(api.POST('/v1/orders/till-sessions/{till_session_id}/settlement', { params, body, ...keyed(key) }))
    } catch (thrown) {
      setApprover(nobody)
      throw thrown
    }
    await lookAgain()
    onDone()
  })
  const approved = !count.needs_manager || (reason.trim() !== '' && (alone || approver.pin !== ''))
  return (
    <div className="grid gap-4">
      <dl className="ui figures grid grid-cols-[1fr_auto] gap-y-1 rounded-12 bg-sunk p-4 text-16">
        <Fact name={w.expected} value={yen(count.expected_yen)} />
        <Fact name={w.counted} value={yen(count.counted_yen)} />
        <Fact name={w.difference} value={signed(count.difference_yen)} strong />
      </dl>
      {count.needs_manager && (
        <>
          <Notice tone="warning">{w.beyond}</Notice>
          <Field label={w.reason} value={reason} maxLength={120} onChange={setReason} />
          {!alone && <ManagerFields value={approver} onChange={setApprover} />}
        </>
      )}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <div className="grid grid-cols-2 gap-3">
        <Button size="till" look="outline" isDisabled={act.busy} onPress={onAgain}>
          {w.recount}
        </Button>
        <Button size="till" isDisabled={!approved || act.busy} onPress={() => act.run()}>
          {w.settle}
        </Button>
      </div>
    </div>
  )
}

import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { yen } from '../../kit/format.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useWords } from '../words.ts'
import type { AtTerminal } from './tender.ts'

type Props = { open: boolean; due_yen: number; onClose: () => void; onPaid: (part: AtTerminal) => void }

/** What the terminal beside the till took: the whole unless another amount is keyed, and the number of its slip. */
export function TerminalSheet({ open, due_yen, onClose, onPaid }: Props) {
  const w = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [slip, setSlip] = useState('')
  const [field, setField] = useState<'amount' | 'slip'>('slip')
  const amount_yen = typed === null ? due_yen : Number(typed)
  const close = () => {
    setTyped(null)
    setSlip('')
    setField('slip')
    onClose()
  }
  const wrong = amount_yen <= 0 || amount_yen > due_yen
  return (
    <Sheet title={w.terminalTitle} open={open} onClose={close} side="centre">
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">{w.terminalText}</p>
        <div className="grid grid-cols-2 gap-2.5">
          <Entry
            name={w.terminalAmount}
            value={yen(amount_yen)}
            on={field === 'amount'}
            onPress={() => setField('amount')}
          />
          <Entry name={w.terminalSlip} value={slip || '—'} on={field === 'slip'} onPress={() => setField('slip')} />
        </div>
        {field === 'amount' ? (
          <Keypad value={typed ?? ''} longest={8} onChange={(digits) => setTyped(digits.replace(/^0+/, ''))} zeros />
        ) : (
          <Keypad value={slip} longest={12} onChange={setSlip} />
        )}
        <Button
          size="till"
          isDisabled={wrong || slip === ''}
          onPress={() => {
            onPaid({ amount_yen, slip })
            close()
          }}
        >
          {w.terminalDone(yen(amount_yen))}
        </Button>
      </div>
    </Sheet>
  )
}

function Entry({ name, value, on, onPress }: { name: string; value: string; on: boolean; onPress: () => void }) {
  return (
    <Button
      look={on ? 'selected' : 'outline'}
      className="!grid !justify-stretch gap-0 py-2 text-left"
      onPress={onPress}
    >
      <span className="text-12 font-normal text-ink-2">{name}</span>
      <span className="figures text-right text-22">{value}</span>
    </Button>
  )
}

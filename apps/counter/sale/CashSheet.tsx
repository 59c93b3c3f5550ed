import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { yen } from '../../kit/format.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { useWords } from '../words.ts'

type Props = { title?: string; open: boolean; onClose: () => void; onAmount: (yen: number) => void }

/** Any amount, digit by digit: of cash, unless another title is given. */
export function CashSheet({ title, open, onClose, onAmount }: Props) {
  const w = useWords()
  const [typed, setTyped] = useState('')
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <Sheet title={title ?? w.tendered} open={open} onClose={close} side="centre">
      <div className="grid gap-4">
        <output className="figures text-right text-40 font-bold">{yen(Number(typed))}</output>
        <Keypad value={typed} longest={7} onChange={(digits) => setTyped(digits.replace(/^0+/, ''))} zeros />
        <Button
          size="till"
          isDisabled={!typed}
          onPress={() => {
            onAmount(Number(typed))
            close()
          }}
        >
          {yen(Number(typed))}
        </Button>
      </div>
    </Sheet>
  )
}

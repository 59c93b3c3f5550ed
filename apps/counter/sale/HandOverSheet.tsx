import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { spaced } from '../../kit/format.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { chime } from '../../kit/scan.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { useSale } from './sale.tsx'

const DIGITS = 6

/** Six digits bring the customer's living cart to this till. */
export function HandOverSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords()
  const text = useText()
  const { takeCart } = useSale()
  const [code, setCode] = useState('')
  const close = () => {
    setCode('')
    onClose()
  }
  const claim = useAct(async (key) => {
    try {
      await takeCart(await take(api.POST('/v1/carts/hand-overs', { body: { code }, ...keyed(key) })))
      chime('good')
      close()
    } catch (thrown) {
      chime('bad')
      throw thrown
    }
  })
  return (
    <Sheet title={w.handOverTitle} open={open} onClose={close} side="centre">
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">{w.handOverText}</p>
        <output
          aria-label={w.handOverTitle}
          className="figures min-h-12 text-center text-40 font-bold tracking-[0.08em]"
        >
          {spaced(code.padEnd(DIGITS, '·'))}
        </output>
        {claim.refused && <Notice tone="refused">{text(claim.refused.text)}</Notice>}
        <Keypad value={code} longest={DIGITS} onChange={setCode} />
        <Button size="till" isDisabled={code.length !== DIGITS || claim.busy} onPress={() => claim.run()}>
          {w.take}
        </Button>
      </div>
    </Sheet>
  )
}

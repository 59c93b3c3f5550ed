import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Qr } from '../../kit/Code.tsx'
import { keyed, take } from '../../kit/client.ts'
import { spaced, time } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useCartWords } from './cartWords.ts'

type Code = { code: string; expires_at: string }

/** Six digits that move this cart to a till or to the person on the phone. */
export function HandOver({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useCartWords()
  const text = useText()
  const [code, setCode] = useState<Code | null>(null)
  const ask = useAct(async (key) => {
    setCode(await take(api.POST('/v1/carts/current/hand-over-codes', keyed(key))))
  })
  const { run } = ask
  useEffect(() => {
    if (open) void run()
    else setCode(null)
  }, [open, run])
  return (
    <Sheet title={w.handOverTitle} open={open} onClose={onClose}>
      <div className="grid justify-items-center gap-3 text-center">
        {ask.refused && <Notice tone="refused">{text(ask.refused.text)}</Notice>}
        {code ? (
          <>
            <output className="figures text-40 font-bold tracking-[0.04em]">{spaced(code.code)}</output>
            <span className="rounded-12 bg-white p-2">
              <Qr text={code.code} size={160} label={w.handOverTitle} />
            </span>
            <p className="text-14 text-ink-2">{w.handOverText}</p>
            <p className="figures text-12 text-ink-3">{w.handOverUntil(time(code.expires_at))}</p>
          </>
        ) : (
          !ask.refused && <Skeleton className="h-64 w-full" />
        )}
      </div>
    </Sheet>
  )
}

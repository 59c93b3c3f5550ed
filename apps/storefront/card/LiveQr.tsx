import { useEffect, useState } from 'react'
import { Qr } from '../../kit/Code.tsx'
import type { Card } from '../../kit/shapes.ts'
import { memberCode, msToNext } from './memberCode.ts'

const QR_PX = 232

type Props = { card: Card; clock_error_ms: number; label: string }

/** The rotating code, renewed at each step by the device alone, by the server's clock; before the first its place is kept. */
export function LiveQr({ card, clock_error_ms, label }: Props) {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const renew = async () => {
      const now_ms = Date.now() + clock_error_ms
      const next = await memberCode(card, now_ms)
      if (gone) return
      setCode(next)
      timer = setTimeout(renew, msToNext(now_ms))
    }
    void renew()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [card, clock_error_ms])
  return (
    <span data-code={code ?? undefined} className="my-1 grid h-[19rem] place-items-center">
      {code && <Qr text={code} size={QR_PX} label={label} />}
    </span>
  )
}

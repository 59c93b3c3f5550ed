import { useEffect, useState } from 'react'
import { Qr } from '../../kit/Code.tsx'
import type { Card } from '../../kit/shapes.ts'
import { memberCode, msToNext } from './memberCode.ts'

const QR_PX = 232

/** The rotating code, renewed at each step by the device alone; before the first one its place is kept. */
export function LiveQr({ card, label }: { card: Card; label: string }) {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const renew = async () => {
      const next = await memberCode(card, Date.now())
      if (gone) return
      setCode(next)
      timer = setTimeout(renew, msToNext(card, Date.now()) + 50)
    }
    void renew()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [card])
  return (
    <span className="my-1 grid h-[19rem] place-items-center">
      {code && <Qr text={code} size={QR_PX} label={label} />}
    </span>
  )
}

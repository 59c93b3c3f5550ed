import { type ReactNode, useEffect, useState } from 'react'

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode; side?: 'bottom' | 'centre' }
type Body = typeof import('./sheet/OpenSheet.tsx').OpenSheet

let body: Body | undefined

/**
 * A sheet from below on a phone, a card in the middle on wider screens. What a dialog needs (a third of React Aria) is fetched
 * when the first one opens, so that no page carries it before; where it cannot be fetched, the sheet closes again.
 */
export function Sheet({ open, ...sheet }: Props) {
  const [Opened, fetched] = useState(() => body)
  const { onClose } = sheet
  useEffect(() => {
    if (!open || Opened) return
    let gone = false
    import('./sheet/OpenSheet.tsx').then(
      ({ OpenSheet }) => {
        body = OpenSheet
        if (!gone) fetched(() => OpenSheet)
      },
      () => !gone && onClose(),
    )
    return () => {
      gone = true
    }
  }, [open, Opened, onClose])
  return open && Opened ? <Opened {...sheet} /> : null
}

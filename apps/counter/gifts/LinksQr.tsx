import { Qr } from '../../kit/Code.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { HandedGift } from '../../kit/shapes.ts'
import { useCounter } from './CounterQr.tsx'
import { useDeskWords } from './deskWords.ts'

const QR_PX = 232
// What a phone still reads off a screen at arm's length.
const MOST = 12

/** The links of her gifts go to her phone: behind #, so that no server is told them. */
export function LinksQr({ cards, onClose }: { cards: readonly HandedGift[] | null; onClose: () => void }) {
  const w = useDeskWords()
  const counter = useCounter()
  const parts = Array.from({ length: Math.ceil((cards?.length ?? 0) / MOST) }, (_, at) =>
    (cards ?? []).slice(at * MOST, (at + 1) * MOST),
  )
  return (
    <Sheet title={w.toPhone} open={cards !== null && counter !== undefined} onClose={onClose} side="centre">
      <div className="grid justify-items-center gap-4">
        <p className="text-14 text-ink-2">{w.toPhoneText}</p>
        {counter &&
          parts.map((part) => (
            <Qr
              key={part[0]?.gift_id}
              text={`${new URL(counter.url).origin}/gift-links#${part.map(({ token }) => token).join('.')}`}
              size={QR_PX}
              label={w.linksQr}
            />
          ))}
      </div>
    </Sheet>
  )
}

import { Icon } from '../../kit/Icon.tsx'
import { useGiftWords } from './giftWords.ts'

/** What giving without an address means, in one line and one sentence. */
export function GiftHead() {
  const w = useGiftWords()
  return (
    <div className="grid gap-1 border-b border-line py-2">
      <h2 className="ui flex items-center gap-2 text-14">
        <Icon name="gift" size={20} className="text-wood" />
        {w.head}
      </h2>
      <p className="text-14 text-ink-2">{w.headText}</p>
    </div>
  )
}

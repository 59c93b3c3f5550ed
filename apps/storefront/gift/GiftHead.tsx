import { Icon } from '../../kit/Icon.tsx'
import { useName } from '../../kit/naming.ts'
import { useAtCounter } from './counter.ts'
import { useGiftWords } from './giftWords.ts'

/** What giving without an address means, in one line and one sentence, and in whose name it is bought. */
export function GiftHead() {
  const w = useGiftWords()
  const name = useName()
  const counter = useAtCounter()
  return (
    <div className="grid gap-1 border-b border-line py-2">
      <h2 className="ui flex items-center gap-2 text-14">
        <Icon name="gift" size={20} className="text-wood" />
        {w.head}
      </h2>
      <p className="text-14 text-ink-2">{w.headText}</p>
      {counter && (
        <p className="ui flex items-center gap-2 text-14 text-wood">
          <Icon name="store" size={20} />
          {w.at(name(counter))}
        </p>
      )}
    </div>
  )
}

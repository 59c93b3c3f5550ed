import { optionsText, pictureUrl, useName } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import type { OpenedGift } from '../../kit/shapes.ts'
import { useGiftWords } from './giftWords.ts'

/** What she is given and what was said with it; on the floor of the veranda, where guests are met. */
export function Wrapping({ gift, title }: { gift: OpenedGift; title: string }) {
  const w = useGiftWords()
  const name = useName()
  const [first, ...others] = gift.goods
  return (
    <header className="grid gap-4 rounded-12 border border-line bg-surface p-5">
      <div className="grid gap-1 text-center">
        {gift.from && <p className="text-14 text-wood">{w.openFrom(gift.from)}</p>}
        <h1 className="text-22 desk:text-28">{title}</h1>
      </div>
      {first && (
        <div className="grid justify-items-center gap-2">
          <Picture src={pictureUrl(first.picture_id)} className="size-40 rounded-12 p-3" />
          {gift.brand && <p className="text-12 text-ink-2">{name(gift.brand)}</p>}
          <p className="ui text-center text-16 font-bold">
            {name(first)} {others.length === 0 && optionsText(first.options)}
          </p>
        </div>
      )}
      <div aria-hidden className="h-2 rounded-[2px] bg-board" />
      {gift.message && <p className="text-16 leading-relaxed whitespace-pre-line">{gift.message}</p>}
    </header>
  )
}

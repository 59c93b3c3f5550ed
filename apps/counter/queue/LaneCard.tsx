import { Button as Pressable } from 'react-aria-components'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'
import { pictureUrl } from '../../kit/naming.ts'
import { Picture } from '../../kit/Picture.tsx'
import { useGoods } from './goods.ts'

const strips = {
  late: 'bg-[#b93826] text-white',
  soon: 'bg-amber-tint text-amber',
  calm: 'bg-sunk text-ink-2',
  ready: 'bg-green-tint text-green',
} as const

type Props = {
  tone: keyof typeof strips
  icon: Glyph
  age: string
  moment: string
  title: string
  note: string
  lines: readonly { line_no: number; variant_id: string | null }[]
  chosen: boolean
  onChoose: () => void
}

/** One thing in its lane: how late by colour, sign and words; its number; what is in it. */
export function LaneCard({ tone, icon, age, moment, title, note, lines, chosen, onChoose }: Props) {
  const goods = useGoods({ lines })
  return (
    <Pressable
      onPress={onChoose}
      aria-pressed={chosen}
      className={`ui grid w-full overflow-hidden rounded-12 border bg-surface text-left ${chosen ? 'border-indigo outline-2 outline-indigo' : 'border-line'}`}
    >
      <span className={`flex items-center gap-2 px-3 py-2 text-14 ${strips[tone]}`}>
        <Icon name={icon} size={18} />
        <b>{age}</b>
        <span className="figures ml-auto">{moment}</span>
      </span>
      <span className="flex items-center justify-between gap-2 px-3 pt-3">
        <b className="figures truncate text-22">{title}</b>
        <span className="flex gap-1">
          {lines.slice(0, 2).map((line) => (
            <Picture
              key={line.line_no}
              src={pictureUrl(line.variant_id && goods.get(line.variant_id)?.picture_id)}
              className="size-12 rounded-6 p-1"
            />
          ))}
        </span>
      </span>
      <span className="figures line-clamp-1 px-3 pt-1 pb-3 text-14 text-ink-2">{note}</span>
    </Pressable>
  )
}

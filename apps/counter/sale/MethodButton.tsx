import { Button as Pressable } from 'react-aria-components'
import type { Glyph } from '../../kit/glyphs.ts'
import { Icon } from '../../kit/Icon.tsx'

type Props = { icon: Glyph; name: string; on: boolean; whyNot?: string | null; onPress: () => void }

/** A way to pay; one that cannot be used now stays in its place and says why. */
export function MethodButton({ icon, name, on, whyNot = null, onPress }: Props) {
  const look = whyNot
    ? 'border border-line bg-sunk text-ink-2'
    : on
      ? 'border-2 border-indigo bg-indigo-tint text-indigo'
      : 'border border-control bg-surface text-ink hover:bg-sunk'
  return (
    <Pressable
      isDisabled={Boolean(whyNot)}
      aria-pressed={on}
      onPress={onPress}
      className={`ui grid min-h-14 content-center justify-items-center rounded-6 px-1 leading-tight ${look}`}
    >
      <b className="flex items-center gap-2 text-16">
        {!whyNot && <Icon name={icon} size={22} />}
        {name}
      </b>
      {whyNot && <span className="text-12">{whyNot}</span>}
    </Pressable>
  )
}

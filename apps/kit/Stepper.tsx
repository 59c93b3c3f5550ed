import { Group } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import { useKitWords } from './kitWords.ts'

type Props = { value: number; min?: number; max?: number; onChange: (value: number) => void; disabled?: boolean }

/** − 2 ＋: a number changed one by one, never below its least or above its most. */
export function Stepper({ value, min = 0, max = 99, onChange, disabled = false }: Props) {
  const w = useKitWords()
  return (
    <Group aria-label={w.quantity} className="-ml-3 inline-flex items-center gap-1">
      <IconButton
        icon="minus"
        label={w.less}
        size={20}
        className="!text-indigo disabled:!text-control"
        isDisabled={disabled || value <= min}
        onPress={() => onChange(value - 1)}
      />
      <output className="figures min-w-8 text-center text-16 font-bold">{value}</output>
      <IconButton
        icon="plus"
        label={w.more}
        size={20}
        className="!text-indigo disabled:!text-control"
        isDisabled={disabled || value >= max}
        onPress={() => onChange(value + 1)}
      />
    </Group>
  )
}

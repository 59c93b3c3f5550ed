import { Button as Pressable } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kitWords.ts'

type Props = { value: string; longest: number; onChange: (value: string) => void; zeros?: boolean }

const key =
  'figures grid h-14 place-items-center rounded-6 border border-control bg-surface text-22 font-bold hover:bg-sunk data-[pressed]:bg-indigo-tint'

/** Digits big enough for a hand that holds something else. */
export function Keypad({ value, longest, onChange, zeros = false }: Props) {
  const w = useKitWords()
  const put = (digits: string) => onChange((value + digits).slice(0, longest))
  return (
    <div className="grid grid-cols-3 gap-2">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Pressable key={digit} className={key} onPress={() => put(digit)}>
          {digit}
        </Pressable>
      ))}
      {zeros ? (
        <Pressable className={key} onPress={() => put('00')}>
          00
        </Pressable>
      ) : (
        <Pressable className={`${key} !text-14 !font-normal`} onPress={() => onChange('')}>
          {w.clear}
        </Pressable>
      )}
      <Pressable className={key} onPress={() => put('0')}>
        0
      </Pressable>
      <Pressable className={key} aria-label={w.backspace} onPress={() => onChange(value.slice(0, -1))}>
        <Icon name="left" />
      </Pressable>
    </div>
  )
}

import { Radio, RadioGroup } from 'react-aria-components'
import { Icon } from '../../kit/Icon.tsx'
import type { WayChosen } from '../choice.ts'
import { useWords } from '../words.ts'

type Props = { way: WayChosen; payment: 'card' | 'cash'; onPayment: (payment: 'card' | 'cash') => void }

/** How and when the person pays; paying in the shop exists only for what is collected there. */
export function Payment({ way, payment, onPayment }: Props) {
  const w = useWords()
  const choices = [
    { value: 'card', icon: 'wallet', name: w.payCard, when: w.payCardWhen },
    { value: 'cash', icon: 'store', name: w.payShop, when: w.payShopWhen },
  ] as const
  return (
    <RadioGroup
      aria-label={w.payment}
      value={way === 'ship' ? 'card' : payment}
      onChange={(value) => onPayment(value === 'cash' ? 'cash' : 'card')}
      className="grid gap-2"
    >
      <h2 className="text-16">{w.payment}</h2>
      {choices
        .filter((choice) => way === 'collect' || choice.value === 'card')
        .map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="ui flex min-h-14 cursor-pointer items-center gap-3 rounded-6 border border-control bg-surface px-4 data-[selected]:border-2 data-[selected]:border-indigo data-[selected]:bg-indigo-tint data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-indigo"
          >
            <Icon name={choice.icon} className="text-indigo" />
            <b className="grow text-14">{choice.name}</b>
            <span className="text-12 text-ink-2">{choice.when}</span>
          </Radio>
        ))}
    </RadioGroup>
  )
}

import type { ReactNode } from 'react'
import { Choice } from '../../kit/Choice.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useCheckoutWords } from './checkoutWords.ts'
import type { PaidBy } from './legalRows.ts'

type Props = {
  /** The card company's own fields, where a card is told in them. */
  fields: ReactNode
  to_pay_yen: number
  by_gift_card: boolean
  methods: readonly PaidBy[]
  value: PaidBy
  demo: boolean
  onChange: (by: PaidBy) => void
}

/** What is paid how and when; nothing is asked when points or gift cards pay it all. */
export function Payment({ fields, to_pay_yen, by_gift_card, methods, value, demo, onChange }: Props) {
  const w = useCheckoutWords()
  if (to_pay_yen === 0) {
    return (
      <section className="grid gap-2">
        <h2 className="text-16">{w.payment}</h2>
        <p className="ui flex min-h-14 items-center gap-3 rounded-6 border border-line bg-surface px-4">
          <Icon name={by_gift_card ? 'gift' : 'stamp'} className="text-indigo" />
          <b className="text-14">{by_gift_card ? w.payByGiftCard : w.payByPoints}</b>
        </p>
      </section>
    )
  }
  if (methods.length === 0) return <Notice tone="warning">{w.payNone}</Notice>
  const options = {
    card: {
      value: 'card',
      name: w.payCard,
      icon: 'wallet',
      note: demo ? `${w.payCardWhen}・${w.cardDemo}` : w.payCardWhen,
    },
    pay_in_shop: { value: 'pay_in_shop', name: w.payShop, icon: 'store', note: w.payShopWhen },
  } as const
  return (
    <div className="grid gap-3">
      <Choice
        label={w.payment}
        name="payment"
        value={value}
        options={methods.map((by) => options[by])}
        onChange={onChange}
      />
      {value === 'card' && fields}
    </div>
  )
}

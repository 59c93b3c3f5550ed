import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { useLang } from '../../kit/words.ts'
import { useCheckoutWords } from './checkoutWords.ts'
import { type HostedCard, hostedCard, mayLoad, stripeJs } from './stripeJs.ts'

type Props = {
  publishable_key: string
  card: RefObject<HostedCard | null>
  /** Whether what she typed can be a card. */
  onComplete: (complete: boolean) => void
}

/** The card company's own fields, within a frame of theirs. */
export function CardFields({ publishable_key, card, onComplete }: Props) {
  const w = useCheckoutWords()
  const lang = useLang()
  const well = useRef<HTMLDivElement>(null)
  const told = useRef(onComplete)
  told.current = onComplete
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is one more try
  useEffect(() => {
    // She came here from within the page, whose policy knows no Stripe: the same address, loaded for itself, does.
    if (!mayLoad()) return location.reload()
    let gone = false
    let undo = () => {}
    setState('loading')
    stripeJs(publishable_key).then(
      (stripe) => {
        if (gone || !well.current) return
        const fields = stripe
          .elements({ locale: lang })
          .create('card', { hidePostalCode: true, style: looks(well.current) })
        fields.on('ready', () => setState('ready'))
        fields.on('change', ({ complete = false }) => told.current(complete))
        fields.mount(well.current)
        card.current = hostedCard(stripe, fields)
        undo = () => fields.destroy()
      },
      () => !gone && setState('failed'),
    )
    return () => {
      gone = true
      card.current = null
      told.current(false)
      undo()
    }
  }, [publishable_key, lang, card, turn])
  if (state === 'failed')
    return (
      <Notice tone="refused">
        <p>{w.cardFieldsFailed}</p>
        <Button look="outline" className="w-fit" onPress={() => setTurn((before) => before + 1)}>
          {w.again}
        </Button>
      </Notice>
    )
  return (
    <section aria-label={w.cardFields} className="grid gap-2">
      <div className="relative min-h-13 rounded-6 border border-control bg-surface px-3.5 py-4 text-ink">
        {state === 'loading' && <Skeleton className="absolute inset-3" />}
        <div ref={well} className="text-ink-3" />
      </div>
      <p className="ui flex items-center gap-1.5 text-12 text-ink-2">
        <Icon name="wallet" size={16} />
        {w.cardFieldsNote}
      </p>
    </section>
  )
}

/** A frame of theirs inherits nothing: it is told our letters and colours, the well's own being that of a hint. */
function looks(well: HTMLElement) {
  const { color, fontFamily } = getComputedStyle(well.parentElement ?? well)
  const hint = getComputedStyle(well).color
  return { base: { color, fontFamily, fontSize: '16px', '::placeholder': { color: hint } } }
}

import { type FormEvent, useState } from 'react'
import { readCardNumber } from '../../../src/pricing/card-number.ts'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { useCardWords } from './cardWords.ts'

type Props = {
  label: string
  does: string
  busy: boolean
  refused: string | undefined
  onNumber: (number: string) => void
}

/** A card's number, typed or pasted; what cannot be one is not sent. */
export function CardNumberForm({ label, does, busy, refused, onNumber }: Props) {
  const w = useCardWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const number = readCardNumber(typed)
    setWrong(!number)
    if (number) onNumber(number)
  }
  return (
    <form className="grid items-end gap-3 min-[24rem]:grid-cols-[1fr_auto]" onSubmit={send}>
      <Field
        label={label}
        hint={w.hint}
        error={wrong ? w.wrong : refused}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setWrong(false)
        }}
        autoComplete="off"
        inputClass="figures uppercase"
      />
      <Button
        type="submit"
        look="outline"
        className="min-h-12 self-start min-[24rem]:mt-7"
        isDisabled={busy || !typed.trim()}
      >
        {does}
      </Button>
    </form>
  )
}

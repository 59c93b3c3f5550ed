import { type FormEvent, useEffect, useRef, useState } from 'react'
import { readCardNumber } from '../../../src/pricing/card-number.ts'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { listenFirst } from '../sale/scans.ts'
import { useCardWords } from './words.ts'

type Props = { busy: boolean; onNumber: (number: string) => void }

/** A card's number, from the reader or typed; what cannot be one is not asked about. */
export function NumberField({ busy, onNumber }: Props) {
  const w = useCardWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const take = (text: string) => {
    const number = readCardNumber(text)
    setWrong(number === undefined)
    if (number) onNumber(number)
    return number !== undefined
  }
  const heard = useRef(take)
  heard.current = take
  // While it is shown the reader's cards are for it; goods and members go where they always go.
  useEffect(() => listenFirst((code) => readCardNumber(code) !== undefined && heard.current(code)), [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    take(typed)
  }
  return (
    <form className="grid gap-3" onSubmit={send}>
      <Field
        label={w.number}
        hint={w.numberHint}
        error={wrong ? w.wrongNumber : undefined}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setWrong(false)
        }}
        autoComplete="off"
        inputClass="figures uppercase"
      />
      <Button type="submit" look="outline" isDisabled={busy || !typed.trim()}>
        {w.lookUp}
      </Button>
    </form>
  )
}

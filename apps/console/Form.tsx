import type { ReactNode } from 'react'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import type { Refused } from '../kit/problem.ts'
import { useText } from '../kit/words.ts'

type Props = {
  act: { run: () => Promise<void>; busy: boolean; refused: Refused | null }
  label: string
  ready?: boolean
  children: ReactNode
}

/** Fields and the one button that sends them; what the API refuses stands above it, and what was typed stays. */
export function Form({ act, label, ready = true, children }: Props) {
  const text = useText()
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void act.run()
      }}
    >
      {children}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <Button type="submit" size="main" isDisabled={act.busy || !ready}>
        {label}
      </Button>
    </form>
  )
}

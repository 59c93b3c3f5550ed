import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'

/** Sign-in without a password: an address, then the six digits sent to it. The first time makes the member. */
export function SignIn() {
  const w = useWords()
  const text = useText()
  const { revalidate } = useRevalidator()
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  const [code, setCode] = useState('')
  const send = useAct(async () => {
    await take(api.POST('/v1/customers/sign-in-codes', { body: { email: email.trim() } }))
    setSent(true)
  })
  const enter = useAct(async () => {
    await take(api.POST('/v1/customers/sessions', { body: { email: email.trim(), code: code.replace(/\D/g, '') } }))
    await revalidate()
  })
  if (!sent) {
    return (
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send.run()
        }}
      >
        <Field
          label={w.email}
          hint={w.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          isRequired
          value={email}
          onChange={setEmail}
          error={send.refused ? text(send.refused.text) : undefined}
        />
        <Button type="submit" size="main" isDisabled={send.busy || !email.includes('@')}>
          {w.sendCode}
        </Button>
      </form>
    )
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void enter.run()
      }}
    >
      <Notice tone="done">{w.codeSent(email)}</Notice>
      <Field
        label={w.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        autoFocus
        value={code}
        onChange={setCode}
        inputClass="figures !text-28 tracking-[0.2em]"
        error={enter.refused ? text(enter.refused.text) : undefined}
      />
      <Button type="submit" size="main" isDisabled={enter.busy || code.replace(/\D/g, '').length !== 6}>
        {w.signIn}
      </Button>
      <Button look="quiet" onPress={() => setSent(false)}>
        {w.otherEmail}
      </Button>
    </form>
  )
}

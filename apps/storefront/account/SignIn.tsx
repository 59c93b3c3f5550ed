import { type FormEvent, useState } from 'react'
import { useNavigate, useRevalidator, useSearchParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, newKey, take, takeIfAny } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { Refused } from '../../kit/problem.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { AskConsent } from './AskConsent.tsx'
import { OtherWays } from './OtherWays.tsx'

type Step = 'email' | 'code' | 'join' | 'consent'

/** How she came, for the one who joins; `line` when LINE vouched for her a moment ago; where to go afterwards. */
type Props = {
  joining?: { route?: string; poster_code?: string; sign_up?: string }
  line?: boolean
  landing?: string
}

/** Sign-in without a password: an address, the six digits sent to it, and for a new address the name to make a member of. */
export function SignIn({ joining = {}, line = false, landing }: Props) {
  const w = useWords()
  const text = useText()
  const done = useArrival(line, landing)
  const [step, setStep] = useState<Step>('email')
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const address = email.trim()
  const send = useAct(async () => {
    await take(api.POST('/v1/customers/sign-in-codes', { body: { email: address } }))
    setStep('code')
  })
  const enter = useAct(async () => {
    try {
      await take(api.POST('/v1/customers/sessions', { body: { email: address, code } }))
      await done()
    } catch (thrown) {
      if (!(thrown instanceof Refused && thrown.code === 'customers.not_registered')) throw thrown
      setStep('join')
    }
  })
  const join = useAct(async (key) => {
    await take(
      api.POST('/v1/customers', { body: { ...joining, family_name: name.trim(), email: address }, ...keyed(key) }),
    )
    setStep('consent')
  })
  if (step === 'consent') return <AskConsent onDone={done} />
  if (step === 'email') {
    return (
      <form className="grid gap-4" onSubmit={submit(send.run)}>
        <Field
          label={w.email}
          hint={w.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={send.refused ? text(send.refused.text) : undefined}
        />
        <Button type="submit" size="main" isDisabled={send.busy || !address.includes('@')}>
          {w.sendCode}
        </Button>
        {!line && <OtherWays onArrived={done} />}
      </form>
    )
  }
  if (step === 'join') {
    return (
      <form className="grid gap-4" onSubmit={submit(join.run)}>
        <Notice tone="done">{w.joinText(address)}</Notice>
        <Field
          label={w.name}
          autoComplete="name"
          value={name}
          onChange={setName}
          error={join.refused ? text(join.refused.text) : undefined}
        />
        <Button type="submit" size="main" isDisabled={join.busy || !name.trim()}>
          {w.join}
        </Button>
      </form>
    )
  }
  return (
    <form className="grid gap-4" onSubmit={submit(enter.run)}>
      <Notice tone="done">{w.codeSent(address)}</Notice>
      <Field
        label={w.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={(typed) => setCode(typed.replace(/\D/g, '').slice(0, 6))}
        inputClass="figures !text-28 tracking-[0.2em]"
        error={enter.refused ? text(enter.refused.text) : undefined}
      />
      <Button type="submit" size="main" isDisabled={enter.busy || code.length !== 6}>
        {w.signIn}
      </Button>
      <Button look="quiet" onPress={() => setStep('email')}>
        {w.otherEmail}
      </Button>
    </form>
  )
}

function submit(act: () => Promise<void>) {
  return (event: FormEvent) => {
    event.preventDefault()
    void act()
  }
}

/** Where one goes once signed in: back to what one was doing. */
function useArrival(line: boolean, landing: string | undefined): () => Promise<void> {
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const back = useSearchParams()[0].get('back') ?? landing ?? (line ? '/account' : null)
  return async () => {
    if (line) await takeIfAny(api.POST('/v1/customers/me/line', { body: {}, ...keyed(newKey()) }))
    await revalidate()
    if (back?.startsWith('/') && !back.startsWith('//')) await navigate(back, { replace: true })
  }
}

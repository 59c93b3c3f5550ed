import { type FormEvent, useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { phone } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import type { Me } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { AgainFirst } from './AgainFirst.tsx'
import { useMyDataWords } from './myDataWords.ts'

const fields = ['family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'email', 'phone'] as const
type Name = (typeof fields)[number]
const types: Partial<Record<Name, 'email' | 'tel'>> = { email: 'email', phone: 'tel' }

/** What she registered, to be put right; only what she touched is sent. */
export function Correct({ me }: { me: Me }) {
  const w = useMyDataWords()
  const text = useText()
  const say = useToast()
  const { revalidate } = useRevalidator()
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({})
  const kept = (name: Name) => (name === 'phone' ? phone(me.phone ?? '') : (me[name] ?? ''))
  const changed = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value.trim() === kept(name as Name) ? [] : [[name, value.trim() || null]],
    ),
  )
  const save = useAct(async () => {
    const headers = { 'If-Match': `"${me.version}"` }
    await take(api.PATCH('/v1/customers/me', { body: changed, headers }))
    say(w.corrected)
    await revalidate()
  })
  const refused = save.refused
  const at = (name: Name) => (refused?.field === name ? text(refused.text) : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save.run()
  }
  return (
    <section className="grid gap-3">
      <h2 className="text-16">{w.correct}</h2>
      <form className="grid gap-3" onSubmit={submit}>
        {fields.map((name) => (
          <Field
            key={name}
            label={w[name]}
            type={types[name] ?? 'text'}
            maxLength={name === 'email' ? 254 : 100}
            value={typed[name] ?? kept(name)}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            error={at(name)}
          />
        ))}
        {refused && !fields.some((name) => at(name)) && <Notice tone="refused">{text(refused.text)}</Notice>}
        <Button
          type="submit"
          look="outline"
          className="justify-self-start"
          isDisabled={save.busy || Object.keys(changed).length === 0}
        >
          {w.correctAct}
        </Button>
      </form>
      {refused?.code === 'access.fresh_sign_in' && <AgainFirst />}
      <Link to="/addresses" className="ui inline-flex min-h-11 items-center text-14 font-bold text-indigo">
        {w.toAddresses}
      </Link>
    </section>
  )
}

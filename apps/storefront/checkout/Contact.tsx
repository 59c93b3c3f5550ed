import { Link } from 'react-router'
import { Field } from '../../kit/Field.tsx'
import { useCheckoutWords } from './checkoutWords.ts'

export type ContactGiven = { family_name: string; given_name: string; email: string }
export const nobody: ContactGiven = { family_name: '', given_name: '', email: '' }

/** True when the shop could reach the person. */
export function isReachable({ family_name, email }: ContactGiven): boolean {
  return family_name.trim() !== '' && /^\S+@\S+\.\S+$/.test(email.trim())
}

type Props = { value: ContactGiven; back: string; onChange: (contact: ContactGiven) => void }

/** How to reach a guest; a member need not say it again. */
export function Contact({ value, back, onChange }: Props) {
  const w = useCheckoutWords()
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-16">{w.contact}</h2>
        <Link
          to={`/account?${new URLSearchParams({ back })}`}
          className="ui flex min-h-11 items-center text-14 font-bold text-indigo"
        >
          {w.memberHere}
        </Link>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={w.family}
          autoComplete="family-name"
          value={value.family_name}
          onChange={(family_name) => onChange({ ...value, family_name })}
        />
        <Field
          label={w.given}
          autoComplete="given-name"
          value={value.given_name}
          onChange={(given_name) => onChange({ ...value, given_name })}
        />
      </div>
      <Field
        label={w.email}
        hint={w.contactHint}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
      />
    </section>
  )
}

import { Link } from 'react-router'
import { Field } from '../../kit/Field.tsx'
import { useWords } from '../words.ts'

export type ContactGiven = { family_name: string; email: string }
export const nobody: ContactGiven = { family_name: '', email: '' }

/** True when the shop could reach the person. */
export function isReachable({ family_name, email }: ContactGiven): boolean {
  return family_name.trim() !== '' && /^\S+@\S+\.\S+$/.test(email)
}

type Props = { value: ContactGiven; onChange: (contact: ContactGiven) => void }

/** How to reach a guest; a member need not say it again. */
export function Contact({ value, onChange }: Props) {
  const w = useWords()
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 flex w-full items-center justify-between text-16 font-bold">
        {w.contact}
        <Link to="/account?back=/checkout" className="text-14 text-indigo">
          {w.memberHere}
        </Link>
      </legend>
      <Field
        label={w.name}
        autoComplete="name"
        value={value.family_name}
        onChange={(family_name) => onChange({ ...value, family_name })}
      />
      <Field
        label={w.email}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
      />
    </fieldset>
  )
}

import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { useWords } from '../words.ts'

/** What only a known person has: how to become one, and back here. */
export function SignInFirst({ back }: { back: string }) {
  const w = useWords()
  return (
    <EmptyState icon="card" title={w.guestTitle} text={w.guestText}>
      <Link to={`/account?${new URLSearchParams({ back })}`} className={buttonClass()}>
        {w.guestLink}
      </Link>
    </EmptyState>
  )
}

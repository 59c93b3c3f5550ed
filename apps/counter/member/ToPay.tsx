import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { useWords } from '../words.ts'

/** Back to the money, from any other screen. */
export function ToPay() {
  const w = useWords()
  return (
    <Link to="/" className={buttonClass('filled', 'till', 'mt-3 w-full !min-h-18 !text-22')}>
      {w.pay}
    </Link>
  )
}

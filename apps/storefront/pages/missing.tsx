import { data, Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/States.tsx'
import { useWords } from '../words.ts'

export function loader() {
  return data(null, { status: 404 })
}

export default function Missing() {
  const w = useWords()
  return (
    <EmptyState icon="search" title={w.missingTitle} text={w.missingText}>
      <Link to="/" className={buttonClass('outline')}>
        {w.home}
      </Link>
      <Link to="/search" className={buttonClass('outline')}>
        {w.toSearch}
      </Link>
    </EmptyState>
  )
}

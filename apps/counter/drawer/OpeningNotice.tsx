import { Link } from 'react-router'
import { Icon } from '../../kit/Icon.tsx'
import { useTill } from '../till.ts'
import { useTillSessions } from './session.ts'
import { useDrawerWords } from './words.ts'

/** Said above the goods while the till is not open, unless the retailer does without; it never stands in the way of a sale. */
export function OpeningNotice() {
  const w = useDrawerWords()
  const { terms } = useTill()
  const { list, open } = useTillSessions()
  // A device may still keep the settings of an older house.
  if (!terms.settings.tills?.ask_opening || !list || open) return null
  return (
    <Link
      to="/drawer"
      className="ui flex min-h-11 items-center gap-3 rounded-6 bg-amber-tint px-4 text-14 text-amber no-underline"
    >
      <Icon name="register" size={20} />
      {w.notOpen}
      <b className="ml-auto">{w.open}</b>
    </Link>
  )
}

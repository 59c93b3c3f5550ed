import { Link } from 'react-router'
import { useName } from '../kit/naming.ts'
import type { Category } from '../kit/shapes.ts'
import { useWords } from './words.ts'

type Props = { categories: readonly Category[]; category_id: string | null | undefined; here: string }

/** The categories above, from the widest down; wide screens only, where there is a line to spare. */
export function Crumbs({ categories, category_id, here }: Props) {
  const w = useWords()
  const name = useName()
  return (
    <nav aria-label={w.crumbs} className="hidden pb-3 text-12 text-ink-2 desk:block">
      <ol className="flex flex-wrap gap-x-1.5">
        {lineOf(categories, category_id).map((each) => (
          <li key={each.category_id}>
            <Link to={`/categories/${each.category_id}`} className="hover:text-indigo">
              {name(each)}
            </Link>
            <span aria-hidden="true"> ／</span>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

/** A category and those above it, the widest first. */
export function lineOf(categories: readonly Category[], category_id: string | null | undefined): Category[] {
  const line: Category[] = []
  let at = categories.find((each) => each.category_id === category_id)
  while (at && !line.includes(at)) {
    line.unshift(at)
    const above: string | null = at.parent_id
    at = categories.find((each) => each.category_id === above)
  }
  return line
}

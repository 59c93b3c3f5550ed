import { Dialog, DialogTrigger, Popover, Button as Pressable } from 'react-aria-components'
import { useSearchParams } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useListWords } from './words.ts'

type Choosable = { key: string; name: string; rare?: boolean }

/** The columns to show, as the address has them; without a word there, the usual ones. */
export function useColumns<Column extends Choosable>(all: readonly Column[]): Column[] {
  const [asked] = useSearchParams()
  const chosen = asked.get('columns')?.split(',')
  const shown = all.filter((column) => (chosen ? chosen.includes(column.key) : !column.rare))
  return shown.length > 0 ? shown : all.filter((column) => !column.rare)
}

/** Which columns stand in the table; the first always does, since it is the way in. */
export function ColumnChoice<Column extends Choosable>({ all }: { all: readonly Column[] }) {
  const l = useListWords()
  const [, setAsked] = useSearchParams()
  const shown = useColumns(all)
  const choose = (key: string, wanted: boolean) =>
    setAsked(
      (before) => {
        const next = all
          .filter((column) => (column.key === key ? wanted : shown.some((each) => each.key === column.key)))
          .map((column) => column.key)
        before.set('columns', next.join(','))
        return before
      },
      { replace: true },
    )
  return (
    <DialogTrigger>
      <Pressable className={buttonClass('outline', 'touch', '!min-h-10 !font-normal')}>
        <Icon name="list" size={18} />
        {l.columns}
      </Pressable>
      <Popover placement="bottom end" className="rounded-12 border border-line bg-surface p-3 shadow-lift">
        <Dialog aria-label={l.columnsTitle} className="grid min-w-48 outline-none">
          {all.map((column, at) => (
            <Check
              key={column.key}
              checked={at === 0 || shown.some((each) => each.key === column.key)}
              disabled={at === 0}
              onChange={(wanted) => choose(column.key, wanted)}
            >
              {column.name}
            </Check>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

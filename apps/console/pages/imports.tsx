import { Link } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { shortDay, time } from '../../kit/format.ts'
import { Icon } from '../../kit/Icon.tsx'
import type { Import } from '../../kit/shapes.ts'
import { useLang } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useImportWords } from '../links/importWords.ts'
import { useLinkWords } from '../links/words.ts'
import { type Column, List } from '../list/List.tsx'
import { usePages } from '../list/pages.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** Every file that was brought in, and what became of its rows. */
export function ImportsPage() {
  const w = useLinkWords()
  const i = useImportWords()
  const screen = useWords()
  const lang = useLang()
  const found = usePages(
    ['imports'],
    (after) =>
      take(api.GET('/v1/integrations/imports', { params: { query: { limit: 50, ...(after ? { after } : {}) } } })),
    { refetchInterval: 5000 },
  )
  const columns: Column<Import>[] = [
    { key: 'file', name: w.file, text: (each) => each.file_name },
    { key: 'resource', name: w.resource, text: (each) => each.resource },
    { key: 'state', name: w.state, text: (each) => w[each.state] },
    { key: 'read', name: w.rowsRead, text: (each) => each.rows_read, align: 'right' },
    { key: 'written', name: w.rowsWritten, text: (each) => each.rows_written, align: 'right' },
    { key: 'repeated', name: w.rowsRepeated, text: (each) => each.rows_repeated, align: 'right' },
    {
      key: 'refused',
      name: w.rowsRefused,
      text: (each) => each.rows_refused,
      show: (each) => <span className={each.rows_refused > 0 ? 'text-vermilion' : ''}>{each.rows_refused}</span>,
      align: 'right',
    },
    {
      key: 'started',
      name: w.started,
      text: (each) => each.started_at,
      show: (each) => `${shortDay(each.started_at, lang)} ${time(each.started_at)}`,
    },
  ]
  return (
    <Screen
      extra={
        <Link to="/imports/new" className={buttonClass('outline', 'touch', '!min-h-10')}>
          <Icon name="plus" size={18} />
          {i.start}
        </Link>
      }
    >
      <List
        list="imports"
        label={screen.imports}
        columns={columns}
        {...found}
        keyOf={(each) => each.import_id}
        to={(each) => `/imports/${each.import_id}`}
        empty={{ icon: 'list', title: w.noImports, text: w.noImportsText }}
      />
    </Screen>
  )
}

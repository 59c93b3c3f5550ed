import { figure } from '../../kit/format.ts'
import type { ImportPreview } from '../../kit/shapes.ts'
import { useImportWords } from './importWords.ts'
import { Reasons } from './Reasons.tsx'

/** What would come of the file, before anything is written. */
export function Preview({ preview }: { preview: ImportPreview }) {
  const w = useImportWords()
  const looked = figure(preview.rows_looked)
  const [first] = preview.first_rows
  const heads = first ? Object.keys(first.values) : []
  return (
    <section className="grid gap-4 rounded-12 border border-line bg-surface p-5">
      <p className="text-14 text-ink-2">{preview.whole ? w.previewWhole(looked) : w.previewOf(looked)}</p>
      <dl className="ui figures grid grid-cols-3 gap-4">
        {(
          [
            [w.fresh, preview.rows_fresh, 'text-green'],
            [w.repeated, preview.rows_repeated, 'text-ink-2'],
            [w.refused, preview.rows_refused, preview.rows_refused > 0 ? 'text-vermilion' : 'text-ink-2'],
          ] as const
        ).map(([name, count, colour]) => (
          <div key={name}>
            <dt className="text-12 text-ink-2">{name}</dt>
            <dd className={`text-28 font-bold ${colour}`}>{figure(count)}</dd>
          </div>
        ))}
      </dl>
      <Reasons reasons={preview.reasons} />
      {first && (
        <div className="overflow-x-auto">
          <h3 className="mb-1 text-14 text-ink-2">{w.firstRows}</h3>
          <table className="ui figures w-full text-12">
            <thead className="text-ink-2">
              <tr className="*:px-2 *:py-1 *:text-left *:font-normal">
                <th>{w.row}</th>
                {heads.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {preview.first_rows.slice(0, 5).map((row) => (
                <tr key={row.row} className="*:px-2 *:py-1">
                  <td>{row.row}</td>
                  {heads.map((head) => (
                    <td key={head} className="max-w-48 truncate">
                      {String(row.values[head] ?? '')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, fullDay, time } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { ImportWhole } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { importName, useImportWords } from '../links/importWords.ts'
import { Reasons } from '../links/Reasons.tsx'
import { useLinkWords } from '../links/words.ts'
import { Screen } from '../Top.tsx'

const AGAIN_MS = 1500

/** One import: how far it is, what it brought, which rows were refused and why, and the way back. */
export function ImportPage() {
  const { import_id = '' } = useParams()
  const found = useQuery({
    queryKey: ['import', import_id],
    queryFn: () => take(api.GET('/v1/integrations/imports/{import_id}', { params: { path: { import_id } } })),
    refetchInterval: (query) => (query.state.data?.work ? AGAIN_MS : false),
  })
  return (
    <Screen title={found.data?.file_name ?? ''}>
      {found.isPending ? (
        <SkeletonRows rows={5} className="h-14" />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => found.refetch()} />
      ) : (
        <Whole of={found.data} />
      )}
    </Screen>
  )
}

function Whole({ of }: { of: ImportWhole }) {
  const w = useImportWords()
  const l = useLinkWords()
  const lang = useLang()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const params = { path: { import_id: of.import_id } }
  const undo = useAct(async (key) => {
    await take(api.POST('/v1/integrations/imports/{import_id}/undoing', { params, ...keyed(key) }))
    await cache.invalidateQueries({ queryKey: ['import'] })
    say(w.undoing)
  })
  const numbers = [
    [l.rowsRead, of.rows_read],
    [l.rowsWritten, of.rows_written],
    [l.rowsRepeated, of.rows_repeated],
    [l.rowsRefused, of.rows_refused],
  ] as const
  const all = of.rows_total ?? of.rows_read
  return (
    <div className="grid max-w-[64rem] gap-6">
      <header className="ui flex flex-wrap items-baseline gap-3">
        <b className="text-22">{importName(w, of.resource)}</b>
        <span className="text-16">{l[of.state]}</span>
        <span className="figures text-14 text-ink-2">
          {fullDay(of.started_at, lang)} {time(of.started_at)}
        </span>
      </header>
      {of.work && (
        <div className="grid gap-1">
          <progress className="h-3 w-full accent-indigo" value={of.rows_read} max={Math.max(1, all)} />
          <span className="figures text-14 text-ink-2">{w.progress(figure(of.rows_read), figure(all))}</span>
        </div>
      )}
      {of.problem && <Notice tone="refused">{text(of.problem.messages)}</Notice>}
      <dl className="ui figures grid grid-cols-4 gap-4">
        {numbers.map(([name, count]) => (
          <div key={name}>
            <dt className="text-12 text-ink-2">{name}</dt>
            <dd className="text-28 font-bold">{figure(count)}</dd>
          </div>
        ))}
      </dl>
      <Reasons reasons={of.reasons} />
      {of.rows_refused > 0 && (
        <a
          href={`/v1/integrations/imports/${of.import_id}/error-file?face=console`}
          className={buttonClass('outline', 'touch', 'justify-self-start')}
        >
          {w.errorFile}
        </a>
      )}
      {of.kept.length > 0 && (
        <section>
          <h2 className="mb-1 text-14 text-ink-2">{w.kept}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {of.kept.map((kept) => (
              <li key={`${kept.kind} ${kept.reason}`} className="ui figures py-2 text-14">
                {text(kept.message)} {figure(kept.count)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {undo.refused && <Notice tone="refused">{text(undo.refused.text)}</Notice>}
      {of.state === 'done' && (
        <Button
          look="outline"
          icon="undo"
          className="justify-self-start"
          isDisabled={undo.busy}
          onPress={() => undo.run()}
        >
          {w.undo}
        </Button>
      )}
    </div>
  )
}

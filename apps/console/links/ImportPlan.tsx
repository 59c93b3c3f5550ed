import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import type { Guess, ImportPreview } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { importName, useImportWords } from './importWords.ts'
import { Preview } from './Preview.tsx'

const CONFLICTS = ['keep', 'merge', 'replace', 'fail'] as const

type Props = { upload_id: string; guess: Guess; onResource: (resource: string) => void }

/** Which column is read as what, what happens to what is there already, and what would come of it. */
export function ImportPlan({ upload_id, guess, onResource }: Props) {
  const w = useImportWords()
  const text = useText()
  const go = useNavigate()
  const resources = useResources(guess.resource)
  const [on_conflict, setConflict] = useState<(typeof CONFLICTS)[number]>('keep')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const params = { path: { upload_id } }
  const look = useAct(async () => {
    const body = {
      resource: guess.resource,
      map: guess.map,
      ...(guess.resource === 'customers' ? { on_conflict } : {}),
    }
    setPreview(await take(api.PUT('/v1/integrations/uploads/{upload_id}/plan', { params, body })))
  })
  const run = useAct(async (key) => {
    const made = await take(api.POST('/v1/integrations/imports', { body: { upload_id }, ...keyed(key) }))
    await go(`/imports/${made.import_id}`)
  })
  const refused = look.refused ?? run.refused
  return (
    <div className="grid max-w-[72rem] gap-6">
      <div className="grid gap-4 tablet:grid-cols-2">
        <Picker
          label={w.what}
          value={guess.resource}
          onChange={onResource}
          options={resources.map((value) => ({ value, label: importName(w, value) }))}
        />
        {guess.resource === 'customers' && (
          <Picker
            label={w.conflict}
            value={on_conflict}
            onChange={(value) => setConflict(value as typeof on_conflict)}
            options={CONFLICTS.map((value) => ({ value, label: w[value] }))}
          />
        )}
      </div>
      <Columns guess={guess} />
      {guess.missing.length > 0 && <Notice tone="warning">{w.missing(guess.missing.join('・'))}</Notice>}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      {preview && <Preview preview={preview} />}
      <div className="flex gap-3">
        <Button look={preview ? 'outline' : 'filled'} size="main" isDisabled={look.busy} onPress={() => look.run()}>
          {w.preview}
        </Button>
        {preview && (
          <Button size="main" isDisabled={run.busy || preview.rows_fresh === 0} onPress={() => run.run()}>
            {w.run}
          </Button>
        )}
      </div>
    </div>
  )
}

// What this caller may import, as the house says; until it has, what the file was taken for.
function useResources(guessed: string): readonly string[] {
  const found = useQuery({
    queryKey: ['import fields'],
    queryFn: () => take(api.GET('/v1/integrations/import-fields')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return found.data?.items.map(({ resource }) => resource) ?? [guessed]
}

function Columns({ guess }: { guess: Guess }) {
  const w = useImportWords()
  return (
    <section>
      <h2 className="mb-2 text-14 text-ink-2">
        {w.columns}　{guess.file.name}・{guess.file.encoding}・{guess.file.format}
      </h2>
      <div className="overflow-x-auto rounded-12 border border-line bg-surface">
        <table className="ui figures w-full text-14">
          <thead className="bg-sunk text-12 text-ink-2">
            <tr className="*:px-4 *:py-2 *:text-left *:font-normal">
              <th>{w.header}</th>
              <th>{w.samples}</th>
              <th>{w.field}</th>
              <th>{w.sure}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {guess.columns.map((column) => (
              <tr key={column.header} className="*:px-4 *:py-2">
                <th scope="row" className="text-left">
                  {column.header}
                </th>
                <td className="line-clamp-1 text-ink-2">{column.samples.slice(0, 3).join('、')}</td>
                <td className={column.field ? 'font-bold' : 'text-ink-2'}>{column.field ?? w.unused}</td>
                <td className={column.confidence >= 0.8 ? 'text-green' : column.field ? 'text-amber' : 'text-ink-2'}>
                  {column.field ? `${Math.round(column.confidence * 100)}%` : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

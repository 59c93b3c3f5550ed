import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { EmptyState, ErrorState } from '../../kit/States.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { ImportPlan } from '../links/ImportPlan.tsx'
import { useImportWords } from '../links/importWords.ts'
import { Screen } from '../Top.tsx'

/** A file on its way in: sent, guessed, shown as it would come out; only the last press writes anything. */
export function NewImportPage() {
  const w = useImportWords()
  const text = useText()
  const [upload_id, setUpload] = useState('')
  const send = useAct(async (key, file: File) => {
    const body = { file_name: file.name }
    const made = await take(api.POST('/v1/integrations/uploads', { body, ...keyed(key) }))
    const params = { path: { upload_id: made.upload_id } }
    await take(
      api.PUT('/v1/integrations/uploads/{upload_id}/content', {
        params,
        // The generated type says JSON; what is sent are the bytes of the file.
        body: file as never,
        bodySerializer: (bytes: unknown) => bytes as BodyInit,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    )
    setUpload(made.upload_id)
  })
  return (
    <Screen title={w.start}>
      {upload_id ? (
        <Guessed upload_id={upload_id} />
      ) : (
        <EmptyState icon="list" title={w.choose} text={w.chooseText}>
          <label className="ui inline-flex min-h-13 cursor-pointer items-center rounded-6 bg-indigo px-6 text-16 font-bold text-on-indigo has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-indigo">
            {send.busy ? w.sending : w.choose}
            <input
              type="file"
              accept=".csv,.tsv,.ndjson,.txt,.gz"
              disabled={send.busy}
              className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) void send.run(file)
              }}
            />
          </label>
          {send.refused && <Notice tone="refused">{text(send.refused.text)}</Notice>}
        </EmptyState>
      )}
    </Screen>
  )
}

function Guessed({ upload_id }: { upload_id: string }) {
  const [resource, setResource] = useState<string>('')
  const guess = useQuery({
    queryKey: ['guess', upload_id, resource],
    queryFn: () =>
      take(
        api.GET('/v1/integrations/uploads/{upload_id}/guess', {
          params: { path: { upload_id }, query: resource ? { resource: resource as 'products' } : {} },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (guess.isPending) return <SkeletonRows rows={6} className="h-11" />
  if (guess.isError) return <ErrorState error={guess.error} onRetry={() => guess.refetch()} />
  return <ImportPlan key={guess.data.resource} upload_id={upload_id} guess={guess.data} onResource={setResource} />
}

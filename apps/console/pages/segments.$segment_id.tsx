import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Segment } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Builder } from '../segments/Builder.tsx'
import { MemberList } from '../segments/MemberList.tsx'
import { newPart, ruleOf, type Sentence, sentenceOf } from '../segments/parts.ts'
import { Reach, Steps } from '../segments/Reach.tsx'
import { useSegmentWords } from '../segments/words.ts'
import { Screen } from '../Top.tsx'

/** A segment not yet there. */
export function NewSegmentPage() {
  const w = useSegmentWords()
  return (
    <Screen title={w.newSegment}>
      <Editor />
    </Screen>
  )
}

/** One segment: its rule as a sentence, how many it means just now, and who is in it. */
export function SegmentPage() {
  const name = useName()
  const { segment_id = '' } = useParams()
  const found = useQuery({
    queryKey: ['segment', segment_id],
    queryFn: () => take(api.GET('/v1/segments/{segment_id}', { params: { path: { segment_id } } })),
    // Looked at again until it has been built.
    refetchInterval: (query) => (query.state.data?.building ? 1_000 : false),
  })
  return (
    <Screen title={found.data ? name(found.data) : ''}>
      {found.isPending ? (
        <SkeletonRows rows={4} className="h-20" />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => found.refetch()} />
      ) : (
        <Editor key={segment_id} segment={found.data} />
      )}
    </Screen>
  )
}

const usual: Sentence = { all: [newPart('visits', ''), newPart('allows', '')], except: [] }

function Editor({ segment }: { segment?: Segment }) {
  const w = useSegmentWords()
  const text = useText()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const others = useQuery({ queryKey: ['segments'], queryFn: () => take(api.GET('/v1/segments')) }).data?.items ?? []
  const [name, setName] = useState(segment?.name ?? '')
  const [sentence, setSentence] = useState(segment ? sentenceOf(segment.rule) : usual)
  const rule = sentence ? ruleOf(sentence) : (segment?.rule ?? ruleOf(usual))
  const forget = () => Promise.all(['segment', 'segments'].map((key) => cache.invalidateQueries({ queryKey: [key] })))
  const save = useAct(async (key) => {
    const body = { name: name.trim(), name_en: segment?.name_en ?? null, who: segment?.who ?? 'members', rule }
    const { segment_id } = segment
      ? await take(
          api.PUT('/v1/segments/{segment_id}', {
            params: { path: segment },
            headers: { 'If-Match': `"${segment.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/segments', { body, ...keyed(key) }))
    await forget()
    say(w.saved)
    if (!segment) await go(`/segments/${segment_id}`)
  })
  const end = useAct(async () => {
    await take(api.DELETE('/v1/segments/{segment_id}', { params: { path: { segment_id: segment?.segment_id ?? '' } } }))
    await forget()
    say(w.ended)
    await go('/segments')
  })
  const refused = save.refused ?? end.refused
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_19rem] gap-6">
      <div className="grid content-start gap-6">
        <Field label={w.name} value={name} onChange={setName} maxLength={80} />
        {sentence ? (
          <Builder
            sentence={sentence}
            onChange={setSentence}
            others={others.filter(({ segment_id }) => segment_id !== segment?.segment_id)}
          />
        ) : (
          <Notice tone="info">
            {segment?.conditions.map(text).join('、')} {w.notHere}
          </Notice>
        )}
        <Steps rule={rule} />
        {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
        <p className="flex gap-3">
          <Button isDisabled={save.busy || name.trim() === ''} onPress={() => save.run()}>
            {w.save}
          </Button>
          {segment?.state === 'live' && (
            <Button look="quiet" isDisabled={end.busy} onPress={() => end.run()}>
              {w.end}
            </Button>
          )}
        </p>
        {segment && <MemberList segment={segment} />}
      </div>
      <Reach rule={rule} />
    </div>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Tag } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Screen } from '../Top.tsx'
import { type Draft, draftOf, keptSigns, ruleOf, usual } from '../tags/draft.ts'
import { Trial } from '../tags/Trial.tsx'
import { useTagWords } from '../tags/tagWords.ts'

/** A tag not yet there. */
export function NewTagPage() {
  const w = useTagWords()
  return (
    <Screen title={w.newTag}>
      <Editor />
    </Screen>
  )
}

/** One tag: by which signs it is given, what that means on goods and people, and the rules before this one. */
export function TagPage() {
  const name = useName()
  const { tag_id = '' } = useParams()
  const found = useQuery({
    queryKey: ['tag', tag_id],
    queryFn: () => take(api.GET('/v1/tags/{tag_id}', { params: { path: { tag_id } } })),
  })
  return (
    <Screen title={found.data ? name(found.data) : ''}>
      {found.isPending ? (
        <SkeletonRows rows={4} className="h-20" />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => found.refetch()} />
      ) : (
        <Editor key={`${tag_id} ${found.data.version}`} tag={found.data} />
      )}
    </Screen>
  )
}

function Editor({ tag }: { tag?: Tag }) {
  const w = useTagWords()
  const text = useText()
  const say = useToast()
  const go = useNavigate()
  const cache = useQueryClient()
  const before = tag?.rule ?? usual
  const [name, setName] = useState(tag?.name ?? '')
  const [draft, setDraft] = useState(draftOf(before))
  const rule = ruleOf(draft, before)
  const [tried, setTried] = useState(rule)
  const [wanted, setWanted] = useState(false)
  const forget = () =>
    Promise.all(['tag', 'tags', 'past rules'].map((key) => cache.invalidateQueries({ queryKey: [key] })))
  const save = useAct(async (key, put: Pick<Tag, 'name' | 'rule'>) => {
    const body = { ...put, name_en: tag?.name_en ?? null }
    const { tag_id } = tag
      ? await take(
          api.PUT('/v1/tags/{tag_id}', {
            params: { path: tag },
            headers: { 'If-Match': `"${tag.version}"` },
            body,
          }),
        )
      : await take(api.POST('/v1/tags', { body, ...keyed(key) }))
    await forget()
    say(w.saved)
    if (!tag) await go(`/tags/${tag_id}`)
  })
  const end = useAct(async () => {
    await take(api.DELETE('/v1/tags/{tag_id}', { params: { path: { tag_id: tag?.tag_id ?? '' } } }))
    await forget()
    say(w.ended)
    await go('/tags')
  })
  const line = (key: Exclude<keyof Draft, 'sensitive'>, label: string, hint?: string) => (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      value={draft[key]}
      onChange={(value) => setDraft({ ...draft, [key]: value })}
    />
  )
  const kept = keptSigns(before).length
  const refused = save.refused ?? end.refused
  const numbers = [rule.bought, rule.viewed, rule.half_life_days, rule.threshold]
  const whole = name.trim() !== '' && rule.signs.length > 0 && numbers.every(Number.isFinite)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_22rem] gap-6">
      <div className="grid content-start gap-5">
        <Field label={w.name} value={name} onChange={setName} maxLength={80} />
        {line('words', w.words, w.wordsHint)}
        {line('attributes', w.attributes, w.attributesHint)}
        {line('but', w.but, w.butHint)}
        {kept > 0 && <p className="text-14 text-ink-2">{w.kept(String(kept))}</p>}
        <div className="grid grid-cols-2 gap-4">
          {line('bought', w.bought)}
          {line('viewed', w.viewed)}
          {line('half_life_days', w.halfLife)}
          {line('threshold', w.threshold)}
        </div>
        <Check checked={draft.sensitive} onChange={(sensitive) => setDraft({ ...draft, sensitive })}>
          {w.sensitive}
        </Check>
        {!numbers.every(Number.isFinite) && <Notice tone="info">{w.number}</Notice>}
        {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
        <p className="flex gap-3">
          <Button isDisabled={save.busy || !whole} onPress={() => save.run({ name: name.trim(), rule })}>
            {w.save}
          </Button>
          {tag?.state === 'live' && (
            <Button look="quiet" isDisabled={end.busy} onPress={() => end.run()}>
              {w.end}
            </Button>
          )}
        </p>
        {tag && <Past tag={tag} busy={save.busy} onPutBack={(past) => save.run(past)} />}
      </div>
      <Trial
        rule={tried}
        wanted={wanted}
        onWant={() => {
          setTried(rule)
          setWanted(true)
        }}
      />
    </div>
  )
}

type PastProps = { tag: Tag; busy: boolean; onPutBack: (past: Pick<Tag, 'name' | 'rule'>) => void }

/** The rules before this one; any of them is put back with a press. */
function Past({ tag, busy, onPutBack }: PastProps) {
  const w = useTagWords()
  const lang = useLang()
  const { tag_id } = tag
  const found = useQuery({
    queryKey: ['past rules', tag_id],
    queryFn: () => take(api.GET('/v1/tags/{tag_id}/past-rules', { params: { path: { tag_id } } })),
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="text-16">{w.past}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ version, name, rule, changed_at }) => (
          <li key={version} className="ui flex items-center justify-between gap-3 py-2 text-14">
            <span className="min-w-0">
              <b>{name}</b> <span className="text-12 text-ink-2">{fullDay(changed_at, lang)}</span>
              <span className="block truncate text-12 text-ink-2">{draftOf(rule).words}</span>
            </span>
            <Button look="outline" icon="undo" isDisabled={busy} onPress={() => onPutBack({ name, rule })}>
              {w.putBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

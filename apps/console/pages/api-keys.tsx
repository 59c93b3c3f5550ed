import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { fullDay } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { Picker } from '../../kit/Picker.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { ApiKey } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useLang, useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { Secret } from '../links/Secret.tsx'
import { listed, useLinkWords } from '../links/words.ts'
import { type Column, List } from '../list/List.tsx'
import { usePlaces } from '../office.ts'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

const queryKey = ['api keys']

/** The keys of other systems: what each may do, and its end. */
export function ApiKeysPage() {
  const w = useLinkWords()
  const screen = useWords()
  const lang = useLang()
  const text = useText()
  const name = useName()
  const say = useToast()
  const cache = useQueryClient()
  const places = usePlaces()
  const [making, setMaking] = useState(false)
  const keys = useQuery({ queryKey, queryFn: () => take(api.GET('/v1/access/api-keys')) })
  const revoke = useAct(async (_, key_id: string) => {
    await take(api.DELETE('/v1/access/api-keys/{key_id}', { params: { path: { key_id } } }))
    await cache.invalidateQueries({ queryKey })
    say(w.revokeDone)
  })
  const columns: Column<ApiKey>[] = [
    { key: 'name', name: w.name, text: (key) => key.name, show: (key) => <b>{key.name}</b> },
    { key: 'kind', name: w.kind, text: (key) => w[key.kind] },
    { key: 'scopes', name: w.scopes, text: (key) => key.scopes.join(' ') },
    {
      key: 'places',
      name: w.places,
      text: (key) =>
        key.place_ids.length === 0
          ? w.everywhere
          : places
              .filter((place) => key.place_ids.includes(place.place_id))
              .map(name)
              .join('・'),
    },
    { key: 'made', name: w.made, text: (key) => key.created_at, show: (key) => fullDay(key.created_at, lang) },
    {
      key: 'state',
      name: w.state,
      text: (key) => (key.revoked_at ? w.revoked : w.inUse),
      show: (key) =>
        key.revoked_at ? (
          <span className="text-ink-2">{w.revoked}</span>
        ) : (
          <Button look="quiet" className="-ml-4" isDisabled={revoke.busy} onPress={() => revoke.run(key.key_id)}>
            {w.revoke}
          </Button>
        ),
    },
  ]
  return (
    <Screen
      extra={
        <Button look="outline" icon="plus" className="!min-h-10" onPress={() => setMaking(true)}>
          {w.newKey}
        </Button>
      }
    >
      {revoke.refused && <Notice tone="refused">{text(revoke.refused.text)}</Notice>}
      <List
        list="api-keys"
        label={screen.apiKeys}
        columns={columns}
        rows={keys.data?.items}
        error={keys.error}
        onRetry={() => void keys.refetch()}
        keyOf={(key) => key.key_id}
        sortable
        empty={{ icon: 'link', title: w.noKeys, text: w.noKeysText }}
      />
      <Sheet title={w.newKey} open={making} onClose={() => setMaking(false)} side="centre">
        {making && <NewKey />}
      </Sheet>
    </Screen>
  )
}

function NewKey() {
  const w = useLinkWords()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState('')
  const [kind, setKind] = useState<ApiKey['kind']>('sandbox')
  const [made, setMade] = useState('')
  const act = useAct(async (key) => {
    const body = { name: name.trim(), kind, scopes: listed(scopes) }
    setMade((await take(api.POST('/v1/access/api-keys', { body, ...keyed(key) }))).key)
    await cache.invalidateQueries({ queryKey })
  })
  if (made) return <Secret text={w.keyShown} value={made} />
  return (
    <Form act={act} label={w.newKey} ready={name.trim() !== '' && listed(scopes).length > 0}>
      <Field label={w.name} value={name} onChange={setName} maxLength={80} />
      <Picker
        label={w.kind}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        options={(['sandbox', 'live'] as const).map((value) => ({ value, label: w[value] }))}
      />
      <Field label={w.scopes} hint={w.keyHint} value={scopes} onChange={setScopes} autoComplete="off" />
    </Form>
  )
}

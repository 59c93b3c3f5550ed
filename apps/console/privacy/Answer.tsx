import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Picker } from '../../kit/Picker.tsx'
import type { PrivacyRequest } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { save } from '../list/csv.ts'
import { usePrivacyWords } from './privacyWords.ts'

const becauses = [
  'identity_unproven',
  'withdrawn',
  'not_held',
  'rights_of_others',
  'undue_burden',
  'against_law',
  'no_ground',
] as const

/** Do what was asked and say so, or say why not. */
export function Answer({ request, onDone }: { request: PrivacyRequest; onDone: () => void }) {
  const w = usePrivacyWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const { kind, request_id, profile_id, purposes } = request
  const [sure, setSure] = useState(false)
  const [because, setBecause] = useState<(typeof becauses)[number]>('identity_unproven')
  const params = { path: { request_id } }
  const closed = async () => {
    await cache.invalidateQueries({ queryKey: ['privacy-requests'] })
    say(w.closed)
    onDone()
  }
  const copy = useAct(async () => {
    const held = await take(api.GET('/v1/privacy/requests/{request_id}/copy', { params }))
    save(`privacy-${request_id}.json`, JSON.stringify(held, null, 2), 'application/json')
  })
  const complete = useAct(async (key) => {
    const body = kind === 'erase' ? { confirm: profile_id } : {}
    await take(api.POST('/v1/privacy/requests/{request_id}/completion', { params, body, ...keyed(key) }))
    await closed()
  })
  const refuse = useAct(async (key) => {
    await take(api.POST('/v1/privacy/requests/{request_id}/refusal', { params, body: { because }, ...keyed(key) }))
    await closed()
  })
  const refused = copy.refused ?? complete.refused ?? refuse.refused
  const how = kind === 'stop' && purposes.length > 0 ? w.how_stop_some(purposes.join('、')) : w[`how_${kind}`]
  return (
    <div className="grid gap-4">
      <b className="text-16">{w[kind]}</b>
      <p className="text-14">{how}</p>
      {(kind === 'see' || kind === 'export') && (
        <Button look="outline" icon="share" isDisabled={copy.busy} onPress={() => copy.run()}>
          {w.copy}
        </Button>
      )}
      {kind === 'erase' && (
        <Check checked={sure} onChange={setSure}>
          {w.sure}
        </Check>
      )}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <Button size="main" isDisabled={complete.busy || (kind === 'erase' && !sure)} onPress={() => complete.run()}>
        {kind === 'erase' ? w.eraseNow : kind === 'stop' ? w.stopNow : w.complete}
      </Button>
      <div className="grid gap-3 border-t border-line pt-4">
        <Picker
          label={w.because}
          value={because}
          onChange={(value) => setBecause(value as typeof because)}
          options={becauses.map((value) => ({ value, label: w[value] }))}
        />
        <Button look="outline" isDisabled={refuse.busy} onPress={() => refuse.run()}>
          {w.refuse}
        </Button>
      </div>
    </div>
  )
}

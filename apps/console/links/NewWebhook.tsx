import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { keyed, take } from '../../kit/client.ts'
import { Field } from '../../kit/Field.tsx'
import { api } from '../api.ts'
import { Form } from '../Form.tsx'
import { Secret } from './Secret.tsx'
import { listed, useLinkWords } from './words.ts'

/** A new address to be told; its secret is shown once. */
export function NewWebhook() {
  const w = useLinkWords()
  const cache = useQueryClient()
  const [url, setUrl] = useState('')
  const [types, setTypes] = useState('order.placed')
  const [description, setDescription] = useState('')
  const [secret, setSecret] = useState('')
  const act = useAct(async (key) => {
    const body = { url: url.trim(), types: listed(types), description: description.trim() }
    setSecret((await take(api.POST('/v1/integrations/webhooks', { body, ...keyed(key) }))).secret)
    await cache.invalidateQueries({ queryKey: ['webhooks'] })
  })
  if (secret) return <Secret text={w.secretShown} value={secret} />
  return (
    <Form act={act} label={w.save} ready={url.trim() !== '' && listed(types).length > 0}>
      <Field label={w.url} hint={w.urlHint} type="url" value={url} onChange={setUrl} autoComplete="off" />
      <Field label={w.types} hint={w.typesHint} value={types} onChange={setTypes} autoComplete="off" />
      <Field label={w.about} value={description} onChange={setDescription} maxLength={200} />
    </Form>
  )
}

/** Reads the server-sent events of `GET /v1/events/stream`. */
import { refuse } from '#core/problem'

export type Told = { event_id: string; type: string; occurred_at: string; [more: string]: unknown }
export type Heard = { id: string; events: Told[]; more: number }
type Where = { server: URL; key: string; types?: string[] | undefined; last?: string | undefined }

/** What the stream tells until the connection ends. */
export async function* follow({ server, key, types, last }: Where): AsyncGenerator<Heard> {
  const url = new URL('/v1/events/stream', server)
  for (const type of types ?? []) url.searchParams.append('type', type)
  const headers = { authorization: `Bearer ${key}`, ...(last ? { 'last-event-id': last } : {}) }
  const answer = await fetch(url, { headers })
  if (!answer.ok || !answer.body)
    refuse(
      'core.listen_refused',
      answer.status,
      `サーバーに断られました（${answer.status}）。キーに activity.read の権限があるか確かめてください。`,
      `The server refused (${answer.status}). Does the key have the scope activity.read?`,
      { field: 'key' },
    )
  let text = ''
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
      )
      const data = fields.get('data')
      if (data) yield { id: fields.get('id') ?? '', ...(JSON.parse(data) as Omit<Heard, 'id'>) }
    }
  }
}

/** docs/integrate/events.md from the catalogue of events. */
import { catalogue } from '#activity/activity'

type Fact = { type?: string; format?: string; items?: Fact; anyOf?: Fact[] }

/** The page of all types of events, with the facts each carries. */
export function eventsPage(): string {
  const rows = Object.entries(catalogue).map(([type, { name, collected, facts }]) => {
    const list = Object.entries(facts.properties as Record<string, Fact>).map(
      ([fact, schema]) => `\`${fact}\` ${kindOf(schema)}`,
    )
    return `| \`${type}\` | ${name.ja} | ${name.en} | ${collected ? 'you' : 'the house'} | ${list.join(', ')} |`
  })
  return `# Events

Generated from the catalogue by npm run generate. Told by \`GET /v1/events\`, \`/v1/events/stream\` and webhooks; those told by you are
sent to \`POST /v1/activity/events\`. Facts may be missing: an older event carries fewer. Every event also has \`event_id\`, \`profile_id\`,
\`channel\`, \`place_id\`, \`subject_kind\`, \`subject_id\`, \`version\`, \`occurred_at\` and \`received_at\`.

| type | | | told by | facts |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function kindOf(schema: Fact): string {
  const [first] = (schema.anyOf ?? [schema]).filter(({ type }) => type !== 'null')
  const { type, format, items, anyOf } = first ?? {}
  if (anyOf) return kindOf({ anyOf })
  if (type === 'array') return `${kindOf(items ?? {})} list`
  return format ?? type ?? 'any'
}

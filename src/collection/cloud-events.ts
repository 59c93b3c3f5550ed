/** CloudEvents 1.0 as items: what tills, sensors and other systems tell in that form. Pure. */
import { hashId } from '#core/id'
import { type Item, isObject } from './message.ts'

const longest_id = 100

/**
 * A CloudEvent as a `track` item. (source, id) is its identity; `data` are its properties; who it is about stands in the extension
 * attributes `userid` and `anonymousid` or in the data. What lacks one of the four required attributes is held.
 */
export function itemOf(event: unknown): unknown {
  if (!isObject(event)) return event
  const {
    specversion,
    id,
    source,
    type,
    time,
    subject,
    data,
    data_base64,
    datacontenttype,
    dataschema,
    ...extensions
  } = event
  const whole = specversion === '1.0' && [id, source, type].every((value) => typeof value === 'string' && value !== '')
  // Held as it came: it has no type of ours.
  if (!whole) return { ...event, type: 'cloudevent' }
  const message_id = `${String(source)} ${String(id)}`
  const properties: Item = isObject(data) ? data : data === undefined ? {} : { data }
  return {
    type: 'track',
    event: type,
    messageId: message_id.length <= longest_id ? message_id : hashId(String(source), String(id)),
    timestamp: time,
    userId: extensions.userid ?? properties.userId,
    anonymousId: extensions.anonymousid ?? properties.anonymousId,
    properties: data_base64 === undefined ? properties : { ...properties, data_base64 },
    context: { cloudEvent: { source, type, id, subject, datacontenttype, dataschema, ...extensions } },
  }
}

/** The event of a binary-mode request: its attributes are the headers `ce-…`, its data the body. */
export function fromHeaders(headers: Record<string, unknown>, data: unknown): Item {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), decoded(value)] as const] : [],
  )
  return { ...Object.fromEntries(attributes), datacontenttype: headers['content-type'], data }
}

// The HTTP binding writes what is not ASCII in per cent.
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

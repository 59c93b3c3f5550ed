/** The API's operations out of its own OpenAPI document: a route that lands tomorrow is tested tomorrow. */
import type { App } from '../../src/core/app.ts'

export type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  patternProperties?: Record<string, Schema>
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  not?: Schema
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minProperties?: number
  uniqueItems?: boolean
}
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
export type Operation = {
  /** `POST /v1/orders/{order_id}/cancellation` */
  name: string
  method: string
  path: string
  audience: readonly string[]
  parameters: Parameter[]
  body: Schema | undefined
  /** Answers by status, as they are declared; undefined where no JSON is promised. */
  answers: Record<string, Schema | undefined>
  /** Never ends by itself. */
  stream: boolean
}

type Content = Record<string, { schema?: Schema }>
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses?: Record<string, { content?: Content }>
  'x-audience'?: string[]
}

/** Every operation of the document. */
export function operations(app: App): Operation[] {
  const { paths = {} } = app.swagger() as unknown as { paths?: Record<string, Record<string, Described>> }
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      audience: told['x-audience'] ?? [],
      parameters: told.parameters ?? [],
      body: told.requestBody?.content['application/json']?.schema,
      answers: Object.fromEntries(
        Object.entries(told.responses ?? {}).map(([status, { content }]) => [
          status,
          content?.['application/json']?.schema,
        ]),
      ),
      stream: path.endsWith('/stream'),
    })),
  )
  // What takes things away comes last, so that there is something to ask about until then.
  return found.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
}

/** Every API scope the document speaks of. */
export function scopes(all: readonly Operation[]): string[] {
  const found = all.flatMap(({ audience }) => audience).filter((entry) => entry.startsWith('api:'))
  return [...new Set(found.map((entry) => entry.slice(4)))].sort()
}

/** The parameters of a path in their order. */
export function holes(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
}

/** What every job of an import is given. */
import type { Actor } from '#core/actor'
import type { Resource } from '#integrations/fields'
import type { Plan } from '#integrations/map'
import type { Row } from '#integrations/rows'

/** What to do with a row whose thing is there already: leave it, take the row's values, fill what is empty, refuse the row. */
export const policies = ['keep', 'replace', 'merge', 'fail'] as const
export type Policy = (typeof policies)[number]
export type Reader = (columns: readonly string[]) => AsyncGenerator<Row>
export type Context<Which extends Resource = Resource> = {
  plan: Plan<Which>
  actor: Actor
  read: Reader
  import_id: string
  /** How often imports of this kind and source were taken back before: ids of what comes now differ from those. */
  turn: number
  started_at: string
  policy: Policy | undefined
}
/** Whoever asks for work that a worker does later, as far as it is done in her name. */
export function inName({ kind, id, role, scopes }: Actor): Actor {
  return { kind, id, ...(role !== undefined && { role }), ...(scopes && { scopes }) }
}

/** What an import brought into being, by kind. */
export type Effects = Partial<
  Record<'towns' | 'products' | 'prices' | 'counts' | 'customers' | 'cards' | 'openings' | 'orders' | 'places', number>
>

/** The name under which ids of this import are made. */
export function saltOf({ plan, turn }: Pick<Context, 'plan' | 'turn'>): string {
  return turn === 0 ? plan.source : `${plan.source}#${turn}`
}

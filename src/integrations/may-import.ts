/** Who may import what: admins and keys made for it everything, merchandisers goods. */
import type { Actor } from '#core/actor'
import { refuse } from '#core/problem'
import { type Resource, resources } from '#integrations/fields'

const goods: readonly Resource[] = ['products', 'prices', 'stock']

/** Whether this actor may import everything, people and their purchases too. */
export function everything({ kind, role }: Actor): boolean {
  return kind !== 'staff' || role === 'admin'
}

export function importable(actor: Actor): readonly Resource[] {
  return everything(actor) ? resources : goods
}

/** Refuses (403) what this actor may not import, and whoever is bound to places: an import knows no such bounds. */
export function needImportable(actor: Actor, resource: Resource): void {
  if (actor.place_ids)
    refuse(
      'integrations.import_places',
      403,
      '取り込みは全店舗に及ぶため、店舗限定の権限では行えません。',
      'An import reaches every place; who is bound to some cannot make one.',
    )
  if (!importable(actor).includes(resource))
    refuse(
      'integrations.import_goods',
      403,
      '取り込めるのは商品・価格・在庫です。お客さまや購買は管理者が取り込みます。',
      'You may import products, prices and stock; people and purchases are for an administrator.',
      { field: 'resource' },
    )
}

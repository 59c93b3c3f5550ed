/**
 * How each table would be laid out over several machines (ARCHITECTURE.md, "Beyond one machine"). Checked against the real catalogue.
 * person: belongs to people, keyed by profile_id · { value }: unique across people, keyed by that column, knows no people by key
 * reference: small, read everywhere, copied to every machine · one-node: counters, queues, stock, which sit on one machine
 */
export type Layout = 'person' | 'reference' | 'one-node' | { value: string }

export const manifest: Readonly<Record<string, Layout>> = {
  'core.setting': 'reference',
  'core.idempotency': { value: 'scope' },
  'core.counter': 'one-node',
  'core.lease': 'one-node',
  'core.migration': 'one-node',
  'core.function_file': 'one-node',

  'access.staff': 'reference',
  'access.api_key': 'reference',
  'access.session': { value: 'token_hash' },
  'access.sign_in_code': { value: 'subject' },
  'access.audit': 'person',

  'activity.event': 'person',
  'activity.pending': 'person',
  'activity.dirty': 'person',

  'stores.place': 'reference',
  'stores.task': 'one-node',

  'customers.profile': 'person',
  'customers.identifier': { value: 'token' },
  'customers.search_token': 'person',
  'customers.blocked_value': { value: 'token' },
  'customers.merge': 'person',
  'customers.card_step': { value: 'handle_token' },
  'customers.scan': 'person',

  'consent.purpose': 'reference',
  'consent.wording': 'reference',
  'consent.decision': 'person',
  'consent.current': 'person',

  'catalog.brand': 'reference',
  'catalog.category': 'reference',
  'catalog.picture': 'reference',
  'catalog.product': 'reference',
  'catalog.variant': 'reference',
  'catalog.price': 'reference',
  'catalog.tax_rule': 'reference',

  'inventory.stock': 'one-node',
  'inventory.movement': 'one-node',
  'inventory.hold': 'one-node',
  'inventory.transfer': 'one-node',
  'inventory.transfer_line': 'one-node',
  'inventory.transfer_difference': 'one-node',
  'inventory.delivery': 'one-node',
  'inventory.delivery_line': 'one-node',
  'inventory.stocktake': 'one-node',
  'inventory.stocktake_line': 'one-node',
  'inventory.stocktake_entry': 'one-node',

  'loyalty.account': 'person',
  'loyalty.journal': 'person',
  'loyalty.posting': 'person',
  'loyalty.lot': 'person',
  'loyalty.hold': 'person',

  'carts.cart': 'person',
  'carts.item': 'person',
  'carts.hand_over_code': { value: 'code_hash' },
  'carts.hand_over_guess': { value: 'actor_id' },

  'orders.order': 'person',
  'orders.line': 'person',
  'orders.payment': 'person',
  'orders.due': 'person',
  'orders.return_slip': 'person',
  'orders.return_line': 'person',
  'orders.return_refund': 'person',
  'orders.return_number': { value: 'number' },
  'orders.reference': { value: 'order_id' },
  'orders.number': { value: 'number' },
  'orders.external': { value: 'external_id' },

  'integrations.import': 'one-node',
  'integrations.webhook': { value: 'webhook_id' },
  'integrations.delivery': { value: 'webhook_id' },
  'integrations.attempt': { value: 'webhook_id' },
  'channels.fake_charge': { value: 'reference' },
  'channels.fake_mail': 'one-node',
}

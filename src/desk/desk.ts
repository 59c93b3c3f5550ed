/**
 * Desk: reads that cross rooms (a customer's card, products with price and stock) and merging two customers, which
 * several rooms take part in. It owns no data.
 * What must always be true:
 * - a read is one statement over what the rooms publish; prices and stock are never cached, so a change shows in the next read;
 * - whoever looks at a person is on record in the same trip;
 * - names and contact data are unsealed here, by the customers' room, and never reach SQL.
 */
export { card } from './card.ts'
export { detail } from './detail.ts'
export { display } from './display.ts'
export { list } from './list.ts'
export { maturity } from './maturity.ts'
export { merge, unmerge } from './merging.ts'

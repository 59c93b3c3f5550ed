/**
 * Integrations brings data from other systems: files whose columns a map turns into products, customers and purchases;
 * and tells other systems what happens here, by signed webhooks.
 * Always true: rooms are written through their front doors only; every id follows from source and external id, so a
 * repeat changes nothing; a batch and the import's position commit together, so a killed import goes on where it stood;
 * an order comes whole or not at all; a refused row is told with its number, field and reason, never with its values;
 * a webhook is told at least once, in order for each subject, by the same id at every try, and never at an inner address.
 */

export { type Behind, deliveriesBehind } from '#integrations/behind'
export { catchUp, forgetDeliveries, webhookReaction } from '#integrations/deliveries'
export { outgoing, pageOf, pagesOf, resourceNamed } from '#integrations/export'
export { encoder, type Format, formats } from '#integrations/export-formats'
export { type Resource, resources } from '#integrations/fields'
export { type Guess, sourceOf } from '#integrations/guess'
export { guessFile, importFile, type Report } from '#integrations/import-file'
export { startImporter } from '#integrations/importer'
export { type Policy, policies } from '#integrations/job-context'
export { pollOutlets } from '#integrations/outlet-orders'
export { pushStock } from '#integrations/outlet-stock'
export { tellOutlet, workOutlets } from '#integrations/outlet-work'
export { find, type Import, list, refusals } from '#integrations/record'
export { type Sender, startSender } from '#integrations/sender'
export { shippedMap } from '#integrations/shipped-maps'
export { watchSubscriptions } from '#integrations/subscriptions'
export { tableOf } from '#integrations/table'
export { keptOf, type Undone, undo } from '#integrations/undo'
export { forgetUploads } from '#integrations/uploads'

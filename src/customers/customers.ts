/**
 * Customers: who a person is. Owns profiles, their identifiers, search tokens, data keys, merges and the member card.
 *
 * Always true:
 * - a customer is a set of profiles; everything is written under an immutable profile_id, and customer_id (the profile_id of
 *   its first profile) is all that merge and un-merge re-point, with one row per profile to take it back;
 * - names, contact and card data exist only sealed under the profile's own key; equality and search work on keyed hashes;
 * - an e-mail address, LINE id, card or external id belongs to one profile; a phone number may be a family's;
 * - a blocked value (a shop's own phone) identifies nobody; an automatic merge never joins two strong identifiers of a kind;
 * - the static bar code only identifies; spending needs the rotating code, whose 30-second step is used once, or her PIN
 *   beside it (five wrong ones lock it), read in the shop that sells;
 * - an account outside (LINE, an old shop's card) joins a member only after she has proven both, never by a like address.
 */
export { type Address, addressOf } from './addresses.ts'
export { spendingScan, tick } from './card.ts'
export { type Change, change } from './change.ts'
export { erase, isErased } from './erase.ts'
export { block, find, findMany, type IdentifierKind, identify } from './identifiers.ts'
export { takeApart } from './linking/address.ts'
export { type Column, guessColumns, kinds } from './linking/columns.ts'
export { type Linked, link, usual_threshold } from './linking/link.ts'
export {
  type Name,
  type NameKind,
  type NamingKind,
  nameToken,
  namingKinds,
  normalName,
  type Stranger,
  stranger,
} from './meeting.ts'
export { type Merged, merge, unmerge } from './merges.ts'
export { phone as phoneNumber, postalCode } from './normalise.ts'
export { addOldCard, type OldCard } from './old-cards.ts'
export { outgoing } from './outgoing.ts'
export { type Paired, pairUp } from './pairing.ts'
export { propose } from './pairs.ts'
export { type Contact, contactIn, open, openAll, type Person, seal, unseal } from './person.ts'
export { customerOf, memberProfile, membersAmong, profilesOf } from './profiles.ts'
export { guest, type Registered, type Registration, register, visitor } from './register.ts'
export { type Enrolment, registerMany } from './register-many.ts'
export { type Hit, masked, search } from './search.ts'
export { unregisterMany } from './unregister.ts'
export { type Customer, customer } from './view.ts'

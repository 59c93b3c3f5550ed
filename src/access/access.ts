/**
 * Access: who is calling and what she may do. Owns staff, sessions, sign-in codes, passkeys,
 * tries, API keys and the audit of people.
 *
 * Always true:
 * - a token, key, PIN or code is stored only as a hash; the audit is append-only;
 * - a cookie counts only when the `Engawa-Face` header names its face, so another site cannot act for a signed-in person;
 * - a revoked session or key is refused everywhere within one second;
 * - a wrong PIN or code is counted before it is compared, for all processes together, so parallel guesses gain nothing;
 * - a challenge or state is good once and for minutes; a passkey counts only on the site it was made for;
 * - a till that is bound to a device is nobody else's;
 * - what a route does not allow by its audience, it denies.
 */
export { admit, holds } from './admission.ts'
export { keepApart } from './apart.ts'
export { audit, auditAll, looksAt } from './audit.ts'
export { authenticate } from './authenticate.ts'
export { checkCode, issueCode } from './codes.ts'
export { attributes, cookieName, cookieOf } from './cookies.ts'
export { cursorOf, readCursor } from './cursor.ts'
export { deviceOf } from './devices.ts'
export { forgetPerson } from './forget-person.ts'
export { needFresh } from './fresh.ts'
export { apiKeys, makeApiKey } from './keys.ts'
export { counted, countTry, forgetTries, type Limit } from './limits.ts'
export { type FaceName, faceOrigins, hostOf, houseOrigins, originSettings } from './origins.ts'
export * as passkeyShapes from './passkey-shapes.ts'
export * as passkeys from './passkeys.ts'
export { hashPin, pinFits } from './pins.ts'
export { needPlace, worksIn } from './places.ts'
export {
  closeSession,
  closeSessionsOf,
  openSession,
  type Session,
  type SignInMethod,
  setCookie,
  tick,
  tokenFor,
  type Way,
} from './sessions.ts'
export { provePin } from './sign-in.ts'
export { isLoopback, type Site, shopOrigin, siteOf } from './sites.ts'
export { putStaff, type Staff, type StaffInput, staffById } from './staff.ts'
export { issueTicket, useTicket } from './tickets.ts'
export { bindTill, managerOf, needTill, placeOfTill, till_name } from './tills.ts'

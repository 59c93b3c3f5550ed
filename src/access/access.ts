/**
 * Access: who is calling and what she may do. Owns staff, sessions, sign-in codes, API keys and the audit of people.
 *
 * Always true:
 * - a token, key, PIN or code is stored only as a hash; the audit is append-only;
 * - a cookie counts only when the `Engawa-Face` header names its face, so another site cannot act for a signed-in person;
 * - a revoked session or key is refused everywhere within one second;
 * - a wrong PIN or code is counted before it is compared, so parallel guesses gain nothing;
 * - what a route does not allow by its audience, it denies.
 */
export { admit, holds } from './admission.ts'
export { audit, auditAll } from './audit.ts'
export { authenticate } from './authenticate.ts'
export { checkCode, issueCode } from './codes.ts'
export { cursorOf, readCursor } from './cursor.ts'
export { apiKeys, makeApiKey } from './keys.ts'
export { needPlace } from './places.ts'
export { closeSession, closeSessionsOf, openSession, type Session, setCookie, tick, tokenFor } from './sessions.ts'
export { provePin } from './sign-in.ts'
export { putStaff, type Staff, type StaffInput } from './staff.ts'

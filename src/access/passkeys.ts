import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Db, one, only, type Pool, rows, run, sql, type Tx } from '#core/database'
import { id, randomToken, sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'
import type { Site } from './sites.ts'
import { issueTicket, useTicket } from './tickets.ts'

const challenge_seconds = 300
const most_passkeys = 20

/** Whose passkey: a member's (by profile) or a staff member's. */
export type Owner = { profile_id: string } | { staff_id: string }
export type Passkey = {
  passkey_id: string
  profile_id: string | null
  /** Sealed by whoever made it: access does not read it. */
  sealed_name: Buffer
  rp_id: string
  device_type: 'singleDevice' | 'multiDevice'
  backed_up: boolean
  created_at: string
  used_at: string | null
}
type Shown = { name: string; display_name: string }
type Credential = { credential_id: Buffer; public_key: Buffer; counter: number; transports: string[]; rp_id: string }

const columns = sql`passkey_id, profile_id, sealed_name, rp_id, device_type, backed_up, created_at, used_at`

/** What a browser needs to make a passkey for this person on this site; the challenge is hers and good once for five minutes. */
export async function offer(
  tx: Tx,
  site: Site,
  owner: Owner,
  shown: Shown,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await rows<{ credential_id: Buffer; transports: string[] }>(
    tx,
    sql`select credential_id, transports from access.passkey where ${isOf(owner)} and rp_id = ${site.rp_id}`,
  )
  return generateRegistrationOptions({
    rpName: 'Engawa',
    rpID: site.rp_id,
    userID: new Uint8Array(handleOf(owner)),
    userName: shown.name,
    userDisplayName: shown.display_name,
    challenge: challengeBytes(await newChallenge(tx, `passkey for ${holder(owner)}`)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credential_id, transports }) => ({
      id: credential_id.toString('base64url'),
      transports: transports as AuthenticatorTransport[],
    })),
  })
}

/** Keep the passkey a browser made upon our offer. Refuses 422 what does not verify, 409 one too many or one that is known. */
export async function add(
  tx: Tx,
  site: Site,
  owner: Owner,
  response: RegistrationResponseJSON,
  sealed_name: Buffer,
): Promise<Passkey> {
  const { count } = await only<{ count: number }>(
    tx,
    sql`select count(*)::integer as count from access.passkey where ${isOf(owner)}`,
  )
  if (count >= most_passkeys)
    refuse(
      'access.passkey_many',
      409,
      `パスキーは${most_passkeys}個まで登録できます。`,
      `A person has at most ${most_passkeys} passkeys.`,
    )
  const verified: VerifiedRegistrationResponse = await verifyRegistrationResponse({
    response,
    expectedChallenge: async (challenge) =>
      (await useTicket(tx, `passkey for ${holder(owner)}`, challenge)) !== undefined,
    expectedOrigin: site.origin,
    expectedRPID: site.rp_id,
  }).catch(() => unfit())
  if (!verified.verified) return unfit()
  const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo
  const credential_id = Buffer.from(credential.id, 'base64url')
  const added = await one<Passkey>(
    tx,
    sql`insert into access.passkey (credential_hash, passkey_id, profile_id, staff_id, credential_id, public_key, counter, rp_id, transports,
          device_type, backed_up, sealed_name, created_at)
        values (${sha256(credential_id)}, ${id()}, ${'profile_id' in owner ? owner.profile_id : null}, ${'staff_id' in owner ? owner.staff_id : null},
          ${credential_id}, ${Buffer.from(credential.publicKey)}, ${credential.counter}, ${site.rp_id}, ${credential.transports ?? []},
          ${credentialDeviceType}, ${credentialBackedUp}, ${sealed_name}, ${clock.iso()})
        on conflict do nothing returning ${columns}`,
  )
  return (
    added ??
    refuse(
      'access.passkey_known',
      409,
      'このパスキーはすでに登録されています。',
      'This passkey is already registered.',
      {
        field: 'response',
      },
    )
  )
}

/** A challenge for whoever she is: the browser offers the passkeys it has for this site, no name is asked. */
export async function challenge(
  db: Db,
  site: Site,
  kind: 'member' | 'staff',
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site.rp_id,
    userVerification: 'required',
    challenge: challengeBytes(await newChallenge(db, `passkey sign-in ${kind}`)),
  })
}

/**
 * Whose passkey signed our challenge, on this site, with the person verified by her device. Refuses 401 an unknown or wrong
 * one, a used or stale challenge, another site's, and a signature counter that went back (a copy). Sent outside any
 * transaction: a used challenge stays used.
 */
export async function whose(
  db: Pool,
  site: Site,
  kind: 'member' | 'staff',
  response: AuthenticationResponseJSON,
): Promise<string> {
  const credential_hash = sha256(Buffer.from(response.id, 'base64url'))
  const known = await one<Credential & { owner_id: string }>(
    db,
    sql`select credential_id, public_key, counter, transports, rp_id, owner_id
        from access.passkey_by_credential(${credential_hash}, ${kind})`,
  )
  const fresh = async (text: string) => (await useTicket(db, `passkey sign-in ${kind}`, text)) !== undefined
  const verified: VerifiedAuthenticationResponse = await verifyAuthenticationResponse({
    response,
    expectedChallenge: fresh,
    expectedOrigin: site.origin,
    expectedRPID: site.rp_id,
    credential: {
      id: response.id,
      // Somebody unknown is compared with a key nobody has.
      publicKey: new Uint8Array(known?.public_key ?? Buffer.alloc(77)),
      counter: known?.counter ?? 0,
      transports: (known?.transports ?? []) as AuthenticatorTransport[],
    },
  }).catch(() => unknown())
  const { userHandle } = response.response
  if (!verified.verified || !known || (userHandle && userHandle !== handleText(known.owner_id))) return unknown()
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const noted = await one<{ noted: boolean }>(
    db,
    sql`select access.note_passkey_use(${credential_hash}, ${newCounter}, ${credentialBackedUp}, ${clock.iso()}) as noted`,
  )
  return noted?.noted ? known.owner_id : unknown()
}

/** A person's passkeys, newest first. */
export function list(db: Db, owner: Owner | { profile_ids: readonly string[] }): Promise<Passkey[]> {
  return rows<Passkey>(
    db,
    sql`select ${columns} from access.passkey where ${isOf(owner)} order by created_at desc, passkey_id`,
  )
}

/** Under which of a person's profiles a passkey was made; refuses (404) another's. */
export async function ownerOf(db: Db, owner: { profile_ids: readonly string[] }, passkey_id: string): Promise<string> {
  const found = await one<{ profile_id: string }>(
    db,
    sql`select profile_id from access.passkey where passkey_id = ${passkey_id} and ${isOf(owner)}`,
  )
  return found?.profile_id ?? noPasskey()
}

/** Give one of one's passkeys another name; refuses (404) another's. */
export async function rename(
  tx: Tx,
  owner: Owner | { profile_ids: readonly string[] },
  passkey_id: string,
  sealed_name: Buffer,
): Promise<Passkey> {
  const renamed = await one<Passkey>(
    tx,
    sql`update access.passkey set sealed_name = ${sealed_name} where passkey_id = ${passkey_id} and ${isOf(owner)} returning ${columns}`,
  )
  return renamed ?? noPasskey()
}

/** Remove one of one's passkeys; refuses (404) another's. */
export async function remove(
  tx: Tx,
  owner: Owner | { profile_ids: readonly string[] },
  passkey_id: string,
): Promise<void> {
  const gone = await run(tx, sql`delete from access.passkey where passkey_id = ${passkey_id} and ${isOf(owner)}`)
  if (!gone) noPasskey()
}

/** A passkey as its owner sees it. */
export function view({ sealed_name: _, profile_id: __, rp_id, device_type, ...passkey }: Passkey, name: string) {
  return { ...passkey, name, site: rp_id, synced: device_type === 'multiDevice' }
}

function isOf(owner: Owner | { profile_ids: readonly string[] }) {
  if ('staff_id' in owner) return sql`staff_id = ${owner.staff_id}`
  const profile_ids = 'profile_ids' in owner ? owner.profile_ids : [owner.profile_id]
  return sql`profile_id = any(${profile_ids}::uuid[])`
}

function holder(owner: Owner): string {
  return 'profile_id' in owner ? owner.profile_id : owner.staff_id
}
// What the device keeps as the account's name: it must not tell who she is.
function handleOf(owner: Owner): Buffer {
  return blind('passkey handle', holder(owner))
}
function handleText(owner_id: string): string {
  return blind('passkey handle', owner_id).toString('base64url')
}

function newChallenge(db: Db, purpose: string): Promise<string> {
  return issueTicket(db, purpose, {}, challenge_seconds, randomToken(32))
}
function challengeBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

function unfit(): never {
  return refuse(
    'access.passkey_unfit',
    422,
    'パスキーを登録できませんでした。もう一度お試しください。',
    'This passkey could not be registered; please try again.',
    { field: 'response' },
  )
}
function unknown(): never {
  return refuse(
    'access.passkey_unknown',
    401,
    'このパスキーではサインインできません。ほかの方法でサインインしてください。',
    'This passkey does not sign you in; please sign in another way.',
    { field: 'response' },
  )
}
function noPasskey(): never {
  return refuse('access.passkey_missing', 404, 'このパスキーは登録されていません。', 'There is no such passkey.', {
    field: 'passkey_id',
  })
}

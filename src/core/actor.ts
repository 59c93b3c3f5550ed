/** Who acts: decides what may be called, what rows are seen, and what the audit and the timeline record. */
export type Actor = {
  kind: 'system' | 'staff' | 'member' | 'visitor' | 'api' | 'nobody'
  id: string
  role?: string
  /** The profile a member or visitor acts as. */
  profile_id?: string
  /** All profiles of that person: what row policies let her see. */
  profile_ids?: string[]
  /** Places this actor may write for; absent means every place. */
  place_ids?: string[]
  /** The place a staff session stands in. */
  place_id?: string
  /** The till this request comes from, by the name its device gave itself. */
  device_id?: string
  scopes?: string[]
  session_id?: string
  /** When she signed in; for what asks for a fresh sign-in. */
  signed_in_at?: string
  /** A key for trying things out, outside production. */
  sandbox?: boolean
}

export const system: Actor = { kind: 'system', id: 'engawa' }
export const nobody: Actor = { kind: 'nobody', id: 'nobody' }

import type { Actor } from '#core/actor'
import { refuse } from '#core/problem'

export type Role = 'clerk' | 'agent' | 'marketer' | 'merchandiser' | 'manager' | 'admin'

// The order of roles: an admin does everything, a manager what her people do (within her shops), the rest their own work.
const passes: Record<Role, readonly Role[]> = {
  admin: ['clerk', 'agent', 'marketer', 'merchandiser', 'manager', 'admin'],
  manager: ['clerk', 'agent', 'marketer', 'merchandiser', 'manager'],
  merchandiser: ['merchandiser'],
  marketer: ['marketer'],
  agent: ['agent'],
  clerk: ['clerk'],
}

/** Let the actor in when one entry of the audience fits; refuses 401 to nobody and 403 to anybody else. */
export function admit(actor: Actor, audience: readonly string[]): void {
  if (actor.kind === 'system' || audience.some((entry) => fits(actor, entry))) return
  if (actor.kind === 'nobody')
    refuse('access.sign_in', 401, 'サインインしてください。', 'Please sign in.', { audience })
  refuse('access.not_allowed', 403, 'この操作をする権限がありません。', 'You may not do this.', { audience })
}

function fits(actor: Actor, entry: string): boolean {
  const [kind, detail] = entry.split(':') as [string, string | undefined]
  switch (kind) {
    case 'anyone':
      return true
    case 'visitor':
      return actor.kind === 'visitor' || actor.kind === 'member'
    case 'member':
      return actor.kind === 'member'
    case 'staff':
      return actor.kind === 'staff' && (detail === undefined || holds(actor.role, detail))
    case 'api':
      return actor.kind === 'api' && (actor.scopes ?? []).some((scope) => scope === '*' || scope === detail)
    default:
      return false
  }
}

/** Whether a role does the work of another. */
export function holds(role: string | undefined, wanted: string): boolean {
  return (passes[role as Role] as readonly string[] | undefined)?.includes(wanted) ?? false
}

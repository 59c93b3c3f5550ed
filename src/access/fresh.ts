import type { FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { freshSeconds } from './settings.ts'

/**
 * Refuse (403) a person whose sign-in is older than `access.fresh_seconds` (15 minutes): how one signs in, and who may do
 * what, is not changed by whoever finds a screen open. Systems with a key are as fresh as their key.
 */
export async function needFresh({ db, actor }: FastifyRequest): Promise<void> {
  if (!actor.signed_in_at) return
  const seconds = await setting(db, freshSeconds)
  if (clock.ms() - Date.parse(actor.signed_in_at) <= seconds * 1000) return
  refuse(
    'access.fresh_sign_in',
    403,
    '大切な設定の変更です。安全のため、もう一度サインインしてからお進みください。',
    'This change asks for a fresh sign-in: please sign in again and repeat it.',
    { fresh_seconds: seconds },
  )
}

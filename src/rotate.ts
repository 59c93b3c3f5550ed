/** Changes the master key while everything works: every person's key is wrapped anew, a batch at a time. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { keepRing } from '#core/key'
import { refuse } from '#core/problem'
import { hasFormerKey } from '#core/secret'
import { rewrapKeys } from '#customers/rewrap'

const batch = 500

/** Wrap every key under the present master key; stopped at any moment, it goes on where it stood. Returns how many changed. */
export async function rotateKey(db: Pool, report: (done: number) => void = () => {}): Promise<number> {
  if (!hasFormerKey())
    refuse(
      'core.no_former_key',
      400,
      '新しい鍵を ENGAWA_KEY、これまでの鍵を ENGAWA_KEY_FORMER で指定してください（鍵ファイルの場合は、元のファイルを「….key.former」に改名）。',
      'Give the new key in ENGAWA_KEY and the one so far in ENGAWA_KEY_FORMER (with a key file: rename the old one to "….key.former").',
    )
  await transaction(db, system, keepRing)
  let all = 0
  // Whoever joined through a process that had not heard of the new key yet is met in a further round.
  for (let round = -1; round !== 0; ) {
    round = 0
    let after: string | null = null
    do {
      const done = await transaction(db, system, (tx) => rewrapKeys(tx, after, batch))
      after = done.after
      round += done.changed
      report(all + round)
    } while (after)
    all += round
  }
  return all
}

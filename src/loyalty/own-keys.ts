import { refuse } from '#core/problem'

/** Refuse (400) a list in which two things go by one key: the ledger calls them by it for ever. */
export function needOwnKeys(list: readonly { key: string }[]): void {
  const twice = list.find(({ key }, at) => list.findIndex((one) => one.key === key) < at)
  if (twice)
    refuse('loyalty.key_twice', 400, `「${twice.key}」が二つあります。`, `There are two of "${twice.key}".`, {
      field: 'value',
      key: twice.key,
    })
}

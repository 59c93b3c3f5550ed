/** Links are not to be found by trying. What was right does not count, but a whole office may open gifts behind one address at once. */
export const guess = {
  name: 'gift link',
  most_address: 60,
  window_seconds: 900,
  lock_seconds: 900,
  wrong: ['gifts.unknown'],
}

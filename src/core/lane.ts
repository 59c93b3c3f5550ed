/**
 * A lane lets so many through at once and keeps the others in line: a few warm database connections do more than many cold
 * ones that push each other off the cores. Nobody waits for a place longer than `patience_ms`: behind a stuck one the rest
 * go round.
 */
export function lane(width: number, patience_ms: number): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let inside = 0

  function enter(): Promise<void> {
    if (inside < width) {
      inside++
      return Promise.resolve()
    }
    return new Promise((go) => {
      const timer = setTimeout(() => {
        line.splice(line.indexOf(turn), 1)
        inside++
        go()
      }, patience_ms)
      const turn = () => {
        clearTimeout(timer)
        go()
      }
      line.push(turn)
    })
  }

  function leave(): void {
    // Whoever went round is inside too: the line moves on when there is room again.
    const next = inside <= width ? line.shift() : undefined
    if (next) next()
    else inside--
  }

  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

/**
 * A lane lets so many through at once and keeps the others in line: a few warm database connections do more than many cold
 * ones that push each other off the cores. When nobody has come out for `patience_ms`, those inside are stuck, and everyone in
 * line goes round them.
 */
export function lane(width: number, patience_ms: number): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let inside = 0
  let stuck: NodeJS.Timeout | undefined

  function watch(): void {
    clearTimeout(stuck)
    stuck = line.length > 0 ? setTimeout(goRound, patience_ms) : undefined
  }

  function goRound(): void {
    inside += line.length
    for (const turn of line.splice(0)) turn()
    stuck = undefined
  }

  function enter(): Promise<void> {
    if (inside < width) {
      inside++
      return Promise.resolve()
    }
    return new Promise((go) => {
      line.push(go)
      if (!stuck) watch()
    })
  }

  function leave(): void {
    // Whoever went round is inside too: the line moves on when there is room again.
    const next = inside <= width ? line.shift() : undefined
    if (next) next()
    else inside--
    watch()
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

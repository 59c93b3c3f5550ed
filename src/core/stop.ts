/** Asks this process to end well, once: Ctrl-C, kill, or the launcher that started it disappearing. */
export function onStop(stop: (reason: string) => Promise<void> | void): void {
  let since: number | undefined
  const begin = (reason: string, code: number) => {
    if (since !== undefined) {
      // Ctrl-C arrives several times at once (terminal, npm, launcher); a later one means now, which the database survives.
      if (reason === 'SIGINT' && performance.now() - since > 1000) process.exit(code)
      return
    }
    since = performance.now()
    Promise.resolve(stop(reason)).then(
      () => process.exit(code),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => begin('SIGINT', 130))
  process.on('SIGTERM', () => begin('SIGTERM', 143))
  process.on('SIGHUP', () => begin('SIGHUP', 129))
  // The launcher holds a channel open and never speaks; when it is killed the channel closes.
  process.on('disconnect', () => begin('disconnect', 143))
  process.channel?.unref()
}

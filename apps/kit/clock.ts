let ahead_ms = 0

/** The time the server keeps, which in a demo may be days ahead of this device. */
export function nowMs(): number {
  return Date.now() + ahead_ms
}

/** The same as an instant. */
export function nowIso(): string {
  return new Date(nowMs()).toISOString()
}

/** Sets this device's idea of time by what the server just said. */
export function setByServer(now: string): void {
  ahead_ms = Date.parse(now) - Date.now()
}

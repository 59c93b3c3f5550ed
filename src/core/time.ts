/** The one clock. Tests, the town and the demo's "next day" set it; nothing else reads the machine's time for business. */
export const clock = {
  now: (): Date => new Date(source()),
  iso: (): string => new Date(source()).toISOString(),
  ms: (): number => source(),
}
let source: () => number = Date.now

/** Replace the clock by a function that returns milliseconds since the epoch; without one, back to the machine's. */
export function setClock(next?: () => number): void {
  source = next ?? Date.now
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Wall-clock parts of an instant in a zone. */
export function local(at: Date, zone: string): { date: string; time: string } {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  const [date = '', time = ''] = format.format(at).split(' ')
  return { date, time }
}

/** The shop's business date: the local date, where hours before the cut-over (e.g. `05:00`) still belong to yesterday. */
export function businessDate(at: Date, zone = 'Asia/Tokyo', cutover = '00:00'): string {
  const [hours = 0, minutes = 0] = cutover.split(':').map(Number)
  return local(new Date(at.getTime() - (hours * 60 + minutes) * 60_000), zone).date
}

/** The instant at which a local date and time happens in a zone; an hour that summer time skips or repeats is one of its neighbours. */
export function instant(date: string, time: string, zone = 'Asia/Tokyo'): Date {
  const wanted = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  let at = wanted
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let round = 0; round < 2; round++) {
    const seen = local(new Date(at), zone)
    at += wanted - Date.parse(`${seen.date}T${seen.time}Z`)
  }
  return new Date(at)
}

/** A date some days later, as YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

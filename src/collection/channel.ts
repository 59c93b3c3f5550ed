import type { SourceKind } from './sources.ts'

const usual: Readonly<Record<SourceKind, string>> = {
  web: 'web',
  server: 'api',
  pos: 'store',
  iot: 'store',
  shared: 'store',
}

/** Where it happened: as the source says, unless the event names a channel itself. */
export function channelOf({ kind }: { kind: SourceKind }, { channel }: Record<string, unknown>): string {
  return typeof channel === 'string' && /^[a-z_]{2,20}$/.test(channel) ? channel : usual[kind]
}

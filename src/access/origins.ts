/** The house's own addresses: one origin for each face, so that a fault in one cannot act as another. */

/** A face, or the API for callers that are none. */
export type FaceName = 'storefront' | 'counter' | 'console' | 'api'
type Environment = Readonly<Record<string, string | undefined>>

/** Where each is told; the storefront may have several, one for each brand. */
export const originSettings: Readonly<Record<FaceName, string>> = {
  storefront: 'ENGAWA_STOREFRONT_ORIGINS',
  counter: 'ENGAWA_COUNTER_ORIGIN',
  console: 'ENGAWA_CONSOLE_ORIGIN',
  api: 'ENGAWA_API_ORIGIN',
}
const names = Object.keys(originSettings) as FaceName[]

/** The origins of each face as they were told; a face nobody told of has none. */
export function faceOrigins(env: Environment = process.env): Record<FaceName, string[]> {
  const of = (name: FaceName) => [name, split(env[originSettings[name]])] as const
  return Object.fromEntries(names.map(of)) as Record<FaceName, string[]>
}

/** Every origin this house answers for: those of the faces, and `ENGAWA_ORIGINS`. */
export function houseOrigins(env: Environment = process.env): string[] {
  return [...split(env.ENGAWA_ORIGINS), ...Object.values(faceOrigins(env)).flat()]
}

/** Whose host this is; undefined for a stranger's. `apart` is false while no face has a host of its own. */
export function faceAt(host: string): { apart: boolean; face: FaceName | undefined } {
  const all = faceOrigins()
  const face = names.find((name) => all[name].some((origin) => hostOf(origin) === host.toLowerCase()))
  return { apart: names.some((name) => all[name].length > 0), face }
}

export function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function split(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim().replace(/\/$/, ''))
    .filter(Boolean)
}

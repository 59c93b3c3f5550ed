export const ways = ['ship', 'collect', 'hold', 'order_ahead'] as const
export type WayChosen = (typeof ways)[number]
export type Choice = { place_id: string | null; here: { lat: number; lon: number } | null; way: WayChosen }

/** What this browser chose: its shop, its whereabouts to about 100 m if allowed, its way of receiving. */
export function choiceOf(cookie: string): Choice {
  const found = new Map(cookie.split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string | undefined]))
  const [lat, lon] = (found.get('engawa_here') ?? '').split('_').map(Number)
  return {
    place_id: found.get('engawa_place') || null,
    here: lat && lon ? { lat, lon } : null,
    way: ways.find((way) => way === found.get('engawa_way')) ?? 'collect',
  }
}

/** Keeps a choice for 90 days in this browser. */
export function choose(what: 'place' | 'here' | 'way', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server renders by this cookie; the Cookie Store API is not in every browser we serve
  document.cookie = `engawa_${what}=${encodeURIComponent(value)}; path=/; max-age=7776000; samesite=lax`
}

/** What this browser agreed to, in a cookie of our own: the choice itself needs no agreement. */
export type Agreed = { personalise: boolean; ads: boolean }

const name = 'engawa_consent'
const kept_s = 180 * 86_400

/** What was chosen; null before anything was. */
export function agreedIn(cookie: string): Agreed | null {
  const chosen = new RegExp(`(?:^|;\\s*)${name}=p([01])a([01])`).exec(cookie)
  return chosen && { personalise: chosen[1] === '1', ads: chosen[2] === '1' }
}

/** Keeps the choice for half a year; then she is asked again. */
export function keepAgreed({ personalise, ads }: Agreed): void {
  const flag = (yes: boolean) => (yes ? 1 : 0)
  // biome-ignore lint/suspicious/noDocumentCookie: the server renders by this cookie; the Cookie Store API is not in every browser we serve
  document.cookie = `${name}=p${flag(personalise)}a${flag(ads)}; path=/; max-age=${kept_s}; samesite=lax`
}

/** Global Privacy Control: her browser says no to advertising and third parties for her. */
export function saysNo(): boolean {
  return (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
}

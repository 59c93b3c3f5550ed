import type { Agreed } from './agreed.ts'

declare global {
  interface Window {
    dataLayer?: unknown[]
  }
}

/** Google Consent Mode v2, for pages on which the retailer has registered tags: what each purpose means there. */
export function tellGoogle({ personalise, ads }: Agreed, kind: 'default' | 'update' = 'update'): void {
  window.dataLayer ??= []
  const word = (yes: boolean) => (yes ? 'granted' : 'denied')
  push('consent', kind, {
    ad_storage: word(ads),
    ad_user_data: word(ads),
    ad_personalization: word(ads),
    analytics_storage: word(personalise),
    personalization_storage: word(personalise),
    functionality_storage: 'granted',
    security_storage: 'granted',
  })
}

// Tags read the list of arguments itself, as Google's own gtag() leaves it.
function push(..._said: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: see above
  window.dataLayer?.push(arguments)
}

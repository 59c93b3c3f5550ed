import { keyed, newKey, take, takeIfAny } from '../../kit/client.ts'
import type { Purpose } from '../../kit/shapes.ts'
import { api, asSomebody } from '../api.ts'
import { type Agreed, agreedIn, keepAgreed, saysNo } from './agreed.ts'
import { tellGoogle } from './google.ts'

/** The purposes a browser is asked for; the others are asked where they arise. */
export const asked = ['personalise', 'ads'] as const

/** Her choice, at once: in this browser, for tags, and with the words she saw where there is somebody to note it for. */
export async function decide(
  choice: Agreed,
  purposes: readonly Purpose[],
  visiting: boolean,
  tags: boolean,
): Promise<void> {
  const agreed = { ...choice, ads: choice.ads && !saysNo() }
  const before = agreedIn(document.cookie)
  keepAgreed(agreed)
  if (tags) tellGoogle(agreed)
  // Told once more without an event, the house takes the name of this browser back.
  if (!agreed.personalise && before?.personalise) await withdraw(agreed)
  const decisions = purposes.flatMap(({ purpose, wording }) =>
    purpose === 'personalise' || purpose === 'ads'
      ? [{ purpose, channel: 'any', granted: agreed[purpose], ...(wording && { wording_version: wording.version }) }]
      : [],
  )
  if (decisions.length === 0) return
  const key = newKey()
  const note = () => take(api.POST('/v1/consent/decisions', { body: { source: 'banner', decisions }, ...keyed(key) }))
  // A no of somebody nobody knows needs no name: it stays in her browser.
  if (visiting) await note()
  else if (agreed.personalise || agreed.ads) await asSomebody(note)
}

/** What stands when a page begins. */
export function greetTags(): void {
  const stands = agreedIn(document.cookie)
  tellGoogle({ personalise: false, ads: false }, 'default')
  if (stands) tellGoogle({ ...stands, ads: stands.ads && !saysNo() })
}

/** Changed on the page of her consents: this browser follows at once. */
export async function follow(purpose: string, granted: boolean): Promise<void> {
  if (purpose !== 'personalise' && purpose !== 'ads') return
  const before = agreedIn(document.cookie) ?? { personalise: false, ads: false }
  const agreed = { ...before, [purpose]: granted }
  keepAgreed({ ...agreed, ads: agreed.ads && !saysNo() })
  if (window.dataLayer) tellGoogle(agreed)
  if (!agreed.personalise && before.personalise) await withdraw(agreed)
}

function withdraw(agreed: Agreed): Promise<unknown> {
  return takeIfAny(api.POST('/v1/collection/browsing', { body: { agreed, events: [] } })).catch(() => null)
}

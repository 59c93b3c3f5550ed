import type { App } from '#core/app'
import { addressRoutes } from './address-routes.ts'
import { cardRoutes } from './card-routes.ts'
import { externalRoutes } from './external-routes.ts'
import { guestRoutes } from './guest-routes.ts'
import { joiningRoutes } from './joining-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { pairRoutes } from './pair-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { personRoutes } from './person-routes.ts'
import { pinRoutes } from './pin-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** Customers over HTTP: joining and signing in, the person, her card, searching, merging, and who may be one person. */
export function customerRoutes(app: App): void {
  joiningRoutes(app)
  signInRoutes(app)
  passkeyRoutes(app)
  lineRoutes(app)
  personRoutes(app)
  externalRoutes(app)
  addressRoutes(app)
  cardRoutes(app)
  pinRoutes(app)
  guestRoutes(app)
  mergeRoutes(app)
  pairRoutes(app)
}
